using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.MyDay.MyDay;

/// <summary>What waits for the signed-in person, in all his councils.</summary>
[Title("reads own day", "查看我的今天")]
[RequiresSignIn]
internal sealed record MyDayQuery : IQuery<MyDayView>;

/// <param name="UnreadNotices">Notices he has not read.</param>
/// <param name="Votes">Open votes in which a seat of his, or one of which he holds a mandate, has not voted.</param>
/// <param name="Offers">Actions he is asked to take on.</param>
/// <param name="Actions">Actions he has taken on and not shown as done.</param>
/// <param name="Confirmations">Actions of others that he asked for and that are said to be done.</param>
/// <param name="Decisions">Actions that wait for his decision as secretary: declined, or left unconfirmed.</param>
/// <param name="Meetings">Meetings of his councils that are to come or in session.</param>
/// <param name="Minutes">Minutes that may be corrected at present.</param>
/// <param name="Entries">Votes in which an entered ballot waits for him to check or settle it.</param>
/// <param name="Appraisals">Proposals he asked for that wait for his appraisal.</param>
internal sealed record MyDayView(
    int UnreadNotices, IReadOnlyList<VoteToCast> Votes, IReadOnlyList<ActionOfMine> Offers, IReadOnlyList<ActionOfMine> Actions,
    IReadOnlyList<ActionOfMine> Confirmations, IReadOnlyList<ActionOfMine> Decisions, IReadOnlyList<MeetingOfMine> Meetings,
    IReadOnlyList<MeetingOfMine> Minutes, IReadOnlyList<AppraisalAsked> Appraisals, IReadOnlyList<EntriesToRead> Entries)
{
    /// <summary>Secret votes over and not counted, because envelopes wait for two people to open them, of whom he may be one.</summary>
    public IReadOnlyList<EnvelopesToOpen> Envelopes { get; init; } = [];

    /// <summary>Proposals that wait for something of his: to be screened, revised, given his bloc's position, an objection settled, actions assigned.</summary>
    public IReadOnlyList<ProposalOfMine> Proposals { get; init; } = [];

    /// <summary>Councils of which he is the secretary and in which needs wait for an answer.</summary>
    public IReadOnlyList<NeedsToAnswer> Needs { get; init; } = [];
}

/// <summary>What a proposal waits for.</summary>
internal enum ProposalTask
{
    /// <summary>The secretary accepts, returns or merges it.</summary>
    Screen,

    /// <summary>Whoever raised it hands in a new version.</summary>
    Revise,

    /// <summary>His bloc has not said what it thinks of it.</summary>
    TakePosition,

    /// <summary>An objection to its result is to be settled.</summary>
    SettleObjection,

    /// <summary>A resolution of it has nobody yet who carries it out.</summary>
    AssignActions,
}

/// <param name="Until">When the present stage ends by itself, where it does.</param>
internal sealed record ProposalOfMine(Guid Id, Guid CouncilId, LocalText Council, int Number, string Title, ProposalTask Task, DateTimeOffset? Until);

/// <param name="Open">How many wait.</param>
/// <param name="Since">How long the oldest has waited.</param>
internal sealed record NeedsToAnswer(Guid CouncilId, LocalText Council, int Open, DateTimeOffset Since);

/// <param name="Envelopes">How many stand.</param>
/// <param name="IsEntered">Whether somebody else has entered what he found in them, so that a second count is missing.</param>
internal sealed record EnvelopesToOpen(Guid VoteId, Guid CouncilId, LocalText Council, string Question, int Envelopes, bool IsEntered);

/// <param name="ToCheck">Paper and visit ballots that he may read a second time.</param>
/// <param name="ToSettle">Those he may settle, because two have read them differently.</param>
internal sealed record EntriesToRead(Guid VoteId, Guid CouncilId, LocalText Council, string Question, DateTimeOffset ClosesAt, int ToCheck, int ToSettle);

/// <param name="Seats">Labels of the seats that have not voted.</param>
internal sealed record VoteToCast(Guid Id, Guid CouncilId, LocalText Council, string Question, DateTimeOffset ClosesAt, IReadOnlyList<string> Seats);

/// <param name="Until">When the present stage ends by itself, where it does.</param>
internal sealed record ActionOfMine(
    Guid Id, Guid CouncilId, LocalText Council, int Number, string Title, FollowUpStage Stage, DateTimeOffset DueAt, bool Overdue, DateTimeOffset? Until);

internal sealed record MeetingOfMine(Guid Id, Guid CouncilId, LocalText Council, string Title, string Place, DateTimeOffset StartsAt, MeetingStage Stage);

internal sealed record AppraisalAsked(Guid ProposalId, Guid CouncilId, LocalText Council, int Number, string Title, DateTimeOffset? Until);
