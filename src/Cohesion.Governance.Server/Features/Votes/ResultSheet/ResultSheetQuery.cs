using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ResultSheet;

/// <summary>What the printed result of a counted vote says beyond its page: the posting and its objections, until when it can be challenged, and what a recount is
/// checked with.</summary>
[Title("reads the result sheet", "查看结果单")]
[RequiresMembership]
[Refuses<VoteNotCounted>]
internal sealed record ResultSheetQuery(Guid VoteId) : IQuery<ResultSheetView>, IConcernsVote;

/// <summary>The sheet.</summary>
/// <param name="Received">How many ballots came in, those that do not count included.</param>
/// <param name="Counted">How many count.</param>
/// <param name="Challenge">How the result can be challenged; null where the rule names no period.</param>
/// <param name="Posting">The posting of the result; null where it was not posted.</param>
/// <param name="Objections">Objections of the posting, in the order in which they came.</param>
/// <param name="Earlier">Earlier sessions of the same vote, the first first.</param>
/// <param name="KeyId">SHA-256 of the public key that exports are signed with.</param>
internal sealed record ResultSheetView(
    Guid VoteId, int Received, int Counted, ChallengeView? Challenge, PostingView? Posting, IReadOnlyList<ObjectionLine> Objections,
    IReadOnlyList<EarlierSession> Earlier, string KeyId);

/// <summary>How a result can be challenged.</summary>
/// <param name="LastDay">The last day for whoever learned of it when it was announced, in the council's time zone.</param>
/// <param name="Period">ISO 8601 period.</param>
/// <param name="From">From what on.</param>
/// <param name="Source">The article.</param>
/// <param name="Evidence">What is known about it.</param>
internal sealed record ChallengeView(DateOnly LastDay, string Period, ChallengeStart From, LocalText Source, Evidence Evidence);

/// <summary>The publicity window of the result.</summary>
internal sealed record PostingView(DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? ClosedAt);

/// <summary>An objection and what became of it.</summary>
/// <param name="Seat">The seat it was raised for, as people call it; null where the objector has none.</param>
/// <param name="Finding">What mediation came to.</param>
internal sealed record ObjectionLine(string? Seat, DateTimeOffset At, string Text, ObjectionStage Stage, string? Finding, DateTimeOffset? SettledAt, LocalText? SettledBy);

/// <summary>An earlier session.</summary>
internal sealed record EarlierSession(Guid VoteId, int Number, string? Outcome, DateTimeOffset? CountedAt, string? BallotsRoot);
