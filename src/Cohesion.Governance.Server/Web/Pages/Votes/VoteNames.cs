using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.ListRoll;
using RuleOutcome = Cohesion.Governance.Domain.Rules.Outcome;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>What the words of a vote are called on pages.</summary>
internal static class VoteNames
{
    public static LocalText Of(BallotChoice choice) => choice switch
    {
        BallotChoice.Yes => VoteTexts.Yes,
        BallotChoice.No => VoteTexts.No,
        BallotChoice.Abstain => VoteTexts.Abstain,
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "A choice without a name"),
    };

    /// <summary>Which kind of tag a choice is drawn as; the word is always there too.</summary>
    public static string? TagOf(BallotChoice choice) => choice switch
    {
        BallotChoice.Yes => "go",
        BallotChoice.No => "late",
        _ => null,
    };

    public static LocalText Of(RollLines lines) => lines switch
    {
        RollLines.All => VoteTexts.LinesAll,
        RollLines.Voted => VoteTexts.LinesVoted,
        RollLines.Silent => VoteTexts.LinesSilent,
        RollLines.Unserved => VoteTexts.LinesUnserved,
        RollLines.Contested => VoteTexts.LinesContested,
        RollLines.Excluded => VoteTexts.LinesExcluded,
        _ => throw new ArgumentOutOfRangeException(nameof(lines), lines, "Lines without a name"),
    };

    public static LocalText Of(DeliveryKind kind) => kind switch
    {
        DeliveryKind.Delivered => VoteOfficeTexts.Delivered,
        DeliveryKind.Refused => VoteOfficeTexts.DeliveryRefused,
        DeliveryKind.Undeliverable => VoteOfficeTexts.Undeliverable,
        DeliveryKind.Posted => VoteOfficeTexts.Posted,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A delivery without a name"),
    };

    public static LocalText Of(BallotEntryStage stage) => stage switch
    {
        BallotEntryStage.AwaitingCheck => VoteOfficeTexts.StageAwaitingCheck,
        BallotEntryStage.Disputed => VoteOfficeTexts.StageDisputed,
        BallotEntryStage.Entered => VoteOfficeTexts.StageEntered,
        BallotEntryStage.Void => VoteOfficeTexts.StageVoid,
        BallotEntryStage.NotCheckedInTime or BallotEntryStage.NotSettledInTime => VoteOfficeTexts.StageUncounted,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name"),
    };

    public static LocalText Of(MandateScope scope) => scope switch
    {
        MandateScope.Vote => BallotTexts.ScopeVote,
        MandateScope.Meeting => BallotTexts.ScopeMeeting,
        MandateScope.Until => BallotTexts.ScopeUntil,
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "A scope without a name"),
    };

    public static LocalText Of(SilenceMode silence) => silence switch
    {
        SilenceMode.Ignore => VoteTexts.SilenceIgnored,
        SilenceMode.Assent => VoteTexts.SilenceAssents,
        SilenceMode.FollowMajority => VoteTexts.SilenceFollows,
        _ => throw new ArgumentOutOfRangeException(nameof(silence), silence, "A silence without a name"),
    };

    public static LocalText Of(Evidence evidence) => evidence switch
    {
        Evidence.Statute => VoteTexts.EvidenceStatute,
        Evidence.Secondary => VoteTexts.EvidenceSecondary,
        Evidence.Draft => VoteTexts.EvidenceDraft,
        _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "A level of evidence without a name"),
    };

    /// <summary>What stands on the seal; null before the vote was counted.</summary>
    public static LocalText? SealOf(string? outcome, bool overturned) =>
        overturned ? VoteTexts.OverturnedWords
        : outcome is null ? null
        : VoteWords.OutcomeName(Enum.Parse<RuleOutcome>(outcome));
}
