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
    public required string RulePack { get; init; }

    /// <summary>The rule pack's text as it stood when the vote was created; a rule never changes mid-vote.</summary>
    public required string RulePackJson { get; init; }

    /// <summary>ISO 8601 duration the ballots stay open.</summary>
    public required string Window { get; init; }
    public VoteStage Stage { get; set; }

    /// <summary>Register version the roll was frozen from.</summary>
    public int? RegisterVersion { get; set; }
    public DateTimeOffset? OpensAt { get; set; }
    public DateTimeOffset? ClosesAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Adopted, Rejected, NoQuorum or Undecided, once counted.</summary>
    public string? Outcome { get; set; }

    /// <summary>The decision with every condition and its numbers, as the rule language serialises it.</summary>
    public string? DecisionJson { get; set; }

    /// <summary>Counts the ballots cast and changed; live tallies compare it with what they last showed.</summary>
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
    public required string PartyName { get; init; }
    public required Councils.MeasureValues Measures { get; init; }

    /// <summary>Why the seat may not vote (conflict of interest, arrears), where it may not.</summary>
    public string? ExcludedFor { get; set; }
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
}

public enum BallotChoice
{
    Yes,
    No,
    Abstain,
}

/// <summary>How a ballot reached the count (渠道).</summary>
public enum BallotChannel
{
    Online,
    Paper,

    /// <summary>Taken at the door.</summary>
    Visit,
    Proxy,
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
