namespace Cohesion.Governance.Domain.FollowUps;

/// <summary>One promise with an owner and a due date (跟进事项).</summary>
public sealed partial class FollowUpAction : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid ResolutionId { get; init; }
    public required Guid ProposalId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required Guid OwnerPersonId { get; set; }
    public required DateTimeOffset DueAt { get; set; }
    public FollowUpStage Stage { get; set; }

    /// <summary>0 while nobody was chased; else the rung of the chase ladder (督办) reached.</summary>
    public int ChaseLevel { get; set; }

    /// <summary>How often evidence was not accepted.</summary>
    public int Reopened { get; set; }
    public DateTimeOffset? KeptAt { get; set; }
    public string? DeclineReason { get; set; }
    public required DateTimeOffset AssignedAt { get; set; }
    public int Version { get; set; }
}

public enum FollowUpStage
{
    Assigned,
    Declined,
    Accepted,

    /// <summary>Evidence is there; those who asked are to confirm.</summary>
    Evidenced,

    /// <summary>Those who asked said nothing; the secretary decides.</summary>
    AwaitingRuling,
    Kept,
    Cancelled,
}

/// <summary>What shows that a promise was kept (凭证).</summary>
public sealed class Evidence
{
    public required Guid Id { get; init; }
    public required Guid FollowUpId { get; init; }
    public required string Text { get; init; }

    /// <summary>Where a photograph or document is, and its SHA-256; both or neither.</summary>
    public string? Uri { get; init; }
    public string? Sha256 { get; init; }
    public required Guid ByPersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The word of one who asked, that it is so or not (确认).</summary>
public sealed class Confirmation
{
    public required Guid Id { get; init; }
    public required Guid FollowUpId { get; init; }
    public required Guid ByPersonId { get; init; }
    public required bool Kept { get; init; }
    public required string Note { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>One rung of the chase ladder, taken.</summary>
public sealed class Chase
{
    public required Guid Id { get; init; }
    public required Guid FollowUpId { get; init; }

    /// <summary>0 is the reminder before the due date.</summary>
    public required int Level { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Offices it went to, comma separated; <c>owner</c> is the action's owner.</summary>
    public required string Audience { get; init; }
}
