using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>One opening of a proposal to ballots under one rule (表决).</summary>
public sealed partial class Vote : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid ProposalId { get; init; }

    /// <summary>The text version voted on.</summary>
    public required int TextVersion { get; init; }

    /// <summary>The question as put to the voters.</summary>
    public required string Question { get; init; }

    /// <summary>Session of the rule, from 1: a second call is a second session of the same rule.</summary>
    public required int Session { get; init; }

    /// <summary>The vote of the session before, whose ballots the rule's gates read.</summary>
    public Guid? PreviousVoteId { get; init; }

    /// <summary>Name of the rule's round that this session is held under; null for the first.</summary>
    public string? SessionRound { get; init; }

    /// <summary>The meeting that sent the proposal to the vote; whoever attended it counts as present.</summary>
    public Guid? MeetingId { get; init; }
    public required string RulePack { get; init; }

    /// <summary>The rule pack's text as it stood when the vote was created; a rule never changes mid-vote.</summary>
    public required string RulePackJson { get; init; }

    /// <summary>Which of two ballots of one seat counts; the council's rule as it stood when the vote was created.</summary>
    public DuplicatePolicy DuplicatePolicy { get; init; }

    /// <summary>Whether a ballot may be changed until closing; the rule pack's word, kept here so that casting need not read the pack.</summary>
    public BallotChange BallotChange { get; init; }

    /// <summary>Whether it is secret (无记名): nobody can learn what a seat said. Asked for when the vote is created, settled when its roll is frozen.</summary>
    public bool Secret { get; set; }

    /// <summary>Which key the ballots of a secret vote are sealed under (<see cref="SecretVoteKey.Id"/>); null for a named vote and until ballots open.</summary>
    public string? SecretKeyId { get; set; }

    /// <summary>ISO 8601 duration the ballots stay open.</summary>
    public required string Window { get; init; }
    public VoteStage Stage { get; set; }

    /// <summary>Register version the roll was frozen from.</summary>
    public int? RegisterVersion { get; set; }

    /// <summary>How many seats the roll has, excluded ones among them; null until it is frozen. Kept here so that nobody counts a large roll to know.</summary>
    public int? RollSize { get; set; }
    public DateTimeOffset? OpensAt { get; set; }
    public DateTimeOffset? ClosesAt { get; set; }

    /// <summary>When the outcome could no longer change and the council's rules let the ballots end there.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>When it was counted or cancelled.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>How the chair breaks a tie, where the rule has the chair do so.</summary>
    public BallotChoice? CastingVote { get; set; }

    /// <summary>When the silent were reminded at half time.</summary>
    public DateTimeOffset? HalfTimeReminderAt { get; set; }

    /// <summary>When the silent were reminded shortly before the end.</summary>
    public DateTimeOffset? LastReminderAt { get; set; }

    /// <summary>Adopted, Rejected, NoQuorum or Undecided, once counted.</summary>
    public string? Outcome { get; set; }

    /// <summary>The decision with every condition and its numbers, as the rule language serialises it.</summary>
    public string? DecisionJson { get; set; }

    /// <summary>The root of the Merkle tree over the ballots counted (RFC 9162), 64 hexadecimal digits: with it a voter can prove that his ballot was counted.</summary>
    public string? BallotsRoot { get; set; }

    /// <summary>Of a secret vote: the root over the commitments to its receipt codes, 64 hexadecimal digits. <see cref="BallotsRoot"/> is over ballots that belong to nobody.</summary>
    public string? ReceiptsRoot { get; set; }

    /// <summary>The rule's round that a second call would be held under, where there is one after this outcome.</summary>
    public string? NextSession { get; set; }

    /// <summary>ISO 8601 period in which objections can overturn the adoption, where the rule has one.</summary>
    public string? ConfirmWindow { get; set; }

    /// <summary>When the decision was looked at again after the confirmation window.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Whether objections in the confirmation window overturned the adoption.</summary>
    public bool Overturned { get; set; }

    /// <summary>Why it was cancelled.</summary>
    public string? CancelReason { get; set; }

    /// <summary>Counts what changed the tally: ballots cast and changed, seats excluded. Live tallies compare it with what they last showed.</summary>
    public long BallotCount { get; set; }

    /// <summary>The <see cref="BallotCount"/> that watchers were last told of.</summary>
    public long AnnouncedCount { get; set; }
    public int Version { get; set; }
}

public enum VoteStage
{
    Planned,
    RollFrozen,
    Open,
    Closed,
    Cancelled,
}

/// <summary>A seat in the frozen electorate of one vote (选民名册).</summary>
public sealed class RollEntry
{
    public required Guid VoteId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid PartyId { get; init; }
    public required string BlocCode { get; init; }
    public required string Label { get; init; }
    public required LocalText PartyName { get; init; }
    public required Councils.MeasureValues Measures { get; init; }

    /// <summary>The ground on which the seat may not vote, as a word of the rule language (<c>conflictOfInterest</c>, <c>arrears</c> …), where it may not.</summary>
    public string? ExcludedFor { get; set; }

    /// <summary>Why that ground applies to this seat, in words.</summary>
    public string? ExclusionNote { get; set; }

    /// <summary>When the server told whoever acts for the seat that ballots are open; null where nobody does.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>When the ballot paper was proven to have reached the voter; rules under which silence counts ask for it.</summary>
    public DateTimeOffset? ServedAt { get; set; }

    /// <summary>What proves it: a signature, a courier's number, a witness.</summary>
    public string? ServiceProof { get; set; }

    /// <summary>By what it was served; follows from the log of <see cref="DeliveryRecord"/>s, as <see cref="ServedAt"/> does.</summary>
    public ServedBy? ServedBy { get; set; }

    /// <summary>Whether co-owners act for the seat, so that each ballot is one voice of theirs; frozen with the roll.</summary>
    public bool CoOwned { get; set; }

    /// <summary>Since when the voices of its co-owners differ; null while they agree. A contested seat has no ballot and counts as silent.</summary>
    public DateTimeOffset? ContestedSince { get; set; }
}

/// <summary>A seat's valid ballot (选票). Earlier ones of the seat stay in <see cref="BallotRecord"/>.</summary>
public sealed class Ballot
{
    public required Guid VoteId { get; init; }
    public required Guid SeatId { get; init; }
    public required BallotChoice Choice { get; set; }
    public required BallotChannel Channel { get; set; }
    public required Guid CastByPersonId { get; set; }
    public required DateTimeOffset CastAt { get; set; }

    /// <summary>When the voter gave it: for paper and visits earlier than <see cref="CastAt"/>, at which it was entered and checked.</summary>
    public required DateTimeOffset TakenAt { get; set; }

    /// <summary>The short code the voter was given, to check that the ballot counts.</summary>
    public required string Receipt { get; set; }
}

/// <summary>Every ballot as it was received, in order; nothing is ever overwritten here.</summary>
public sealed class BallotRecord
{
    public required Guid Id { get; init; }
    public required Guid VoteId { get; init; }
    public required Guid SeatId { get; init; }
    public required BallotChoice Choice { get; init; }
    public required BallotChannel Channel { get; init; }
    public required Guid CastByPersonId { get; init; }
    public required DateTimeOffset CastAt { get; init; }
    public required string Receipt { get; init; }

    /// <summary>When the voter gave it.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Why it was kept without counting when it came in; null where it was taken.</summary>
    public SetAsideReason? SetAsideFor { get; init; }

    /// <summary>The co-owner whose voice it is; null for the ballot of a seat that is not co-owned, and for what all co-owners said together.</summary>
    public Guid? VoiceOfPersonId { get; init; }

    /// <summary>The mandate under which it was cast by proxy.</summary>
    public Guid? MandateId { get; init; }

    /// <summary>The entry by which it came from paper or the door.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>How the secretary knew of the co-owners' agreement he recorded; null for every other ballot.</summary>
    public string? AgreementReason { get; init; }

    /// <summary>SHA-256 of the document of that agreement, in hexadecimal; null where there is none.</summary>
    public string? AgreementHash { get; init; }
}

/// <summary>A seat that has not voted shortly before the end, for somebody to go and see (走访).</summary>
public sealed class VisitListEntry
{
    public required Guid VoteId { get; init; }
    public required Guid SeatId { get; init; }
    public required DateTimeOffset ListedAt { get; init; }
    public DateTimeOffset? VisitedAt { get; set; }
    public Guid? VisitedByPersonId { get; set; }
    public string? Note { get; set; }
}

/// <summary>A fact that a rule asks for before silence may count (<c>ruleInBylaws</c> …), as somebody answerable stated it.</summary>
public sealed class VoteFact
{
    public required Guid VoteId { get; init; }

    /// <summary>The rule's word for it.</summary>
    public required string Fact { get; init; }
    public required bool Holds { get; set; }

    /// <summary>Where it can be looked up.</summary>
    public required string Source { get; set; }
    public required Guid StatedByPersonId { get; set; }
    public required DateTimeOffset StatedAt { get; set; }
}
