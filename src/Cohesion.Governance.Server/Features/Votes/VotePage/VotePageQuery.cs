using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.VotePage;

/// <summary>Everything the page of one vote shows.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">A seat of the roll that is wanted among those shown.</param>
[Title("reads a vote", "查看表决")]
[RequiresMembership]
internal sealed record VotePageQuery(Guid VoteId, Guid? SeatId = null) : IQuery<VoteView>, IConcernsVote;

/// <summary>A vote for its page.</summary>
/// <param name="CouncilName">The council's name.</param>
/// <param name="TimeZone">IANA time zone in which the vote closes.</param>
/// <param name="EndsEarly">Whether the council lets it end as soon as nothing can change.</param>
/// <param name="BallotsRoot">The root of the Merkle tree over the ballots counted; null until then.</param>
/// <param name="ChallengeUntil">The last day on which the result can be challenged by whoever learned of it when it was announced; null where the rule names no period.</param>
/// <param name="Tally">Who has said what, by bloc; null until the roll is frozen.</param>
/// <param name="Decision">How it stands by its rule; null until the roll is frozen and for a cancelled vote.</param>
/// <param name="Turnout">How many took part; null until the roll is frozen.</param>
/// <param name="Seats">The roll, or of a large one its beginning (see <see cref="MostSeats"/>), with the reader's seats and the one asked for. Choices stand in it
/// once the vote has been counted: it is a vote by roll call, shown when it is over.</param>
/// <param name="DuplicatePolicy">Which of two ballots of one seat counts.</param>
/// <param name="Exclusions">Seats taken out, by whom, and what became of objections.</param>
/// <param name="Uncounted">Ballots received that do not count, and why: replaced, set aside, contested. Those that count stand with their seats. The first
/// <see cref="MostSeats"/> of them.</param>
/// <param name="UncountedEntries">Paper and visit ballots that were entered and do not count, and why.</param>
/// <param name="EntriesWaiting">How many entered ballots still wait to be checked or settled.</param>
/// <param name="MySeats">Seats of the roll that the reader acts for.</param>
internal sealed record VoteView(
    Guid Id, Guid CouncilId, LocalText CouncilName, string TimeZone, Guid ProposalId, int ProposalNumber, string Question, int TextVersion, int Session, Guid? PreviousVoteId, RuleView Rule,
    VoteStage Stage, int? RegisterVersion, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, DateTimeOffset? SettledAt, DateTimeOffset? ClosedAt,
    string? Outcome, string? NextSession, string? ConfirmWindow, DateTimeOffset? ConfirmedAt, bool Overturned, string? CancelReason, bool EndsEarly, string? BallotsRoot,
    DateOnly? ChallengeUntil,
    TallyView? Tally, Turnout? Turnout, DecisionView? Decision, IReadOnlyList<SeatView> Seats, IReadOnlyList<Guid> MySeats, IReadOnlyList<VisitView> Visits,
    IReadOnlyList<FactView> Facts, DuplicatePolicy DuplicatePolicy, IReadOnlyList<ExclusionView> Exclusions, IReadOnlyList<UncountedBallotView> Uncounted,
    IReadOnlyList<UncountedEntryView> UncountedEntries, int EntriesWaiting)
{
    /// <summary>Most lines of a list that a page carries; of the roll, the rest is read page by page (<c>ListRoll</c>).</summary>
    public const int MostSeats = 200;

    /// <summary>Whether the vote is secret: no seat's choice is ever shown, and nothing of the count before it is over.</summary>
    public bool Secret { get; init; }

    /// <summary>Of a secret vote that has closed: how many envelopes wait to be opened and counted by two people; 0 where none do.</summary>
    public int EnvelopesWaiting { get; init; }

    /// <summary>Of a counted secret vote: the root over its receipts.</summary>
    public string? ReceiptsRoot { get; init; }

    /// <summary>Why a vote that is to be secret cannot be; null where it can or its roll is frozen.</summary>
    public LocalText? CannotBeSecret { get; init; }
}

/// <summary>An entered ballot that does not count.</summary>
internal sealed record UncountedEntryView(Guid SeatId, string Seat, BallotChannel Channel, DateTimeOffset TakenAt, DateTimeOffset EnteredAt, LocalText Why, string? Reason);

/// <summary>A seat on the visit list.</summary>
internal sealed record VisitView(Guid SeatId, string Label, DateTimeOffset ListedAt, DateTimeOffset? VisitedAt, string? Note);

/// <summary>A fact stated for the rule.</summary>
internal sealed record FactView(string Fact, bool Holds, string Source, DateTimeOffset StatedAt);
