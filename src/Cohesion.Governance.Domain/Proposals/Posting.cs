namespace Cohesion.Governance.Domain.Proposals;

/// <summary>The publicity window of a result (公示), in which objections may be raised.</summary>
public sealed partial class Posting : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid ProposalId { get; init; }
    public required Guid VoteId { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset Until { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Objections raised in it. Counting them here makes an objection and the closing of the window notice each other.</summary>
    public int ObjectionCount { get; set; }
    public int Version { get; set; }
}

/// <summary>An objection to a posted result and how it was handled.</summary>
public sealed partial class Objection : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid PostingId { get; init; }
    public required Guid ProposalId { get; init; }
    public required Guid ByPersonId { get; init; }

    /// <summary>The seat it is raised for, where the objector has one.</summary>
    public Guid? SeatId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public ObjectionStage Stage { get; set; }

    /// <summary>What mediation came to, in words both sides were told.</summary>
    public string? Finding { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public Guid? SettledByPersonId { get; set; }
    public int Version { get; set; }
}

public enum ObjectionStage
{
    Open,
    Upheld,
    Dismissed,

    /// <summary>Taken back by the objector, usually after an agreement.</summary>
    Withdrawn,
}
