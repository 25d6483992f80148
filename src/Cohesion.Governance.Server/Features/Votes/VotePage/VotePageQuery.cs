using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.VotePage;

/// <summary>Everything the page of one vote shows.</summary>
[Title("reads a vote", "查看表决")]
[RequiresMembership]
internal sealed record VotePageQuery(Guid VoteId) : IQuery<VoteView>, IConcernsVote;

/// <summary>A vote for its page.</summary>
/// <param name="CouncilName">The council's name.</param>
/// <param name="TimeZone">IANA time zone in which the vote closes.</param>
/// <param name="EndsEarly">Whether the council lets it end as soon as nothing can change.</param>
/// <param name="BallotsRoot">The root of the Merkle tree over the ballots counted; null until then.</param>
/// <param name="Tally">Who has said what, by bloc; null until the roll is frozen.</param>
/// <param name="Decision">How it stands by its rule; null until the roll is frozen and for a cancelled vote.</param>
/// <param name="Seats">The roll. Choices stand in it once the vote has been counted: it is a vote by roll call, shown when it is over.</param>
/// <param name="MySeats">Seats of the roll that the reader acts for.</param>
internal sealed record VoteView(
    Guid Id, Guid CouncilId, LocalText CouncilName, string TimeZone, Guid ProposalId, int ProposalNumber, string Question, int TextVersion, int Session, Guid? PreviousVoteId, RuleView Rule,
    VoteStage Stage, int? RegisterVersion, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, DateTimeOffset? SettledAt, DateTimeOffset? ClosedAt,
    string? Outcome, string? NextSession, string? ConfirmWindow, DateTimeOffset? ConfirmedAt, bool Overturned, string? CancelReason, bool EndsEarly, string? BallotsRoot,
    TallyView? Tally, DecisionView? Decision, IReadOnlyList<SeatView> Seats, IReadOnlyList<Guid> MySeats, IReadOnlyList<VisitView> Visits,
    IReadOnlyList<FactView> Facts);

/// <summary>A line of the roll.</summary>
/// <param name="HasVoted">Whether it has a valid ballot.</param>
/// <param name="Choice">What it said; shown once the vote has been counted.</param>
/// <param name="ExcludedFor">Why it does not take part.</param>
internal sealed record SeatView(
    Guid SeatId, string Label, LocalText Party, string Bloc, bool HasVoted, BallotChoice? Choice, BallotChannel? Channel, string? ExcludedFor, bool IsServed);

/// <summary>A seat on the visit list.</summary>
internal sealed record VisitView(Guid SeatId, string Label, DateTimeOffset ListedAt, DateTimeOffset? VisitedAt, string? Note);

/// <summary>A fact stated for the rule.</summary>
internal sealed record FactView(string Fact, bool Holds, string Source, DateTimeOffset StatedAt);
