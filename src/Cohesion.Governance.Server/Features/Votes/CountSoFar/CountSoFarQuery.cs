using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.CountSoFar;

/// <summary>How a vote stands by its rule, in words and numbers, without its roll; once counted, its result.</summary>
[Title("reads the count", "查看票数")]
[RequiresMembership]
internal sealed record CountSoFarQuery(Guid VoteId) : IQuery<CountView>, IConcernsVote;

/// <summary>How a vote stands.</summary>
/// <param name="TimeZone">IANA time zone of the council.</param>
/// <param name="AsOf">When the tally was taken: now, or for a vote with a large roll a moment ago; null until there is one.</param>
/// <param name="Tally">Who has said what, by bloc; null until the roll is frozen, and of a secret vote until it is counted.</param>
/// <param name="Turnout">How many took part; null until the roll is frozen.</param>
/// <param name="Decision">How it stands by its rule; null until the roll is frozen, for a cancelled vote, and of a secret vote until it is counted.</param>
internal sealed record CountView(
    Guid Id, string TimeZone, VoteStage Stage, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, DateTimeOffset? SettledAt, DateTimeOffset? ClosedAt, string? Outcome,
    string? NextSession, string? ConfirmWindow, DateTimeOffset? ConfirmedAt, bool Overturned, string? CancelReason, DateTimeOffset? AsOf, TallyView? Tally,
    Turnout? Turnout, DecisionView? Decision)
{
    /// <summary>Whether the vote is secret: nothing of the count is shown before it is over.</summary>
    public bool Secret { get; init; }

    /// <summary>How many have voted, as far as that tells of nobody; only of a secret vote that is open.</summary>
    public SecretTurnout? SecretTurnout { get; init; }
}
