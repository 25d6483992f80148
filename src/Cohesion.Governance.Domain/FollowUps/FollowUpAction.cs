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

    /// <summary>When the present stage ends by itself: the owner's silence then counts as acceptance, that of those who asked leaves it to the
    /// secretary. Null where nothing ends by itself.</summary>
    public DateTimeOffset? StageUntil { get; set; }

    /// <summary>The due date the owner was last told; null while he was told none.</summary>
    public DateTimeOffset? ToldDueAt { get; set; }

    /// <summary>What those who asked, or the secretary, found of the evidence; null while that is open. The process acts on it.</summary>
    public bool? FoundKept { get; set; }
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

    /// <summary>How often the action had been reopened when this was handed in: what is looked at together.</summary>
    public required int Round { get; init; }
    public required Guid ByPersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The word of one who asked, that it is so or not (确认). One for each round of evidence.</summary>
public sealed class Confirmation
{
    public required Guid Id { get; init; }
    public required Guid FollowUpId { get; init; }

    /// <summary>How often the action had been reopened before.</summary>
    public required int Round { get; init; }

    /// <summary>Whose word it is.</summary>
    public required Guid ByPersonId { get; init; }

    /// <summary>Who entered it: the same person, or whoever went and asked.</summary>
    public required Guid RecordedByPersonId { get; init; }
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

    /// <summary>The due date it was about; another date begins another ladder.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whole days after the due date (negative before it): a rung is taken once a day at most, however often it is sent.</summary>
    public required int DaysLate { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Offices it went to, comma separated; <c>owner</c> is the action's owner.</summary>
    public required string Audience { get; init; }
}

/// <summary>One thing that happened to an action, for its page: who changed what and why.</summary>
public sealed class FollowUpChange
{
    public required Guid Id { get; init; }
    public required Guid FollowUpId { get; init; }
    public required FollowUpChangeKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null when the time had come for it.</summary>
    public Guid? ByPersonId { get; init; }

    /// <summary>The reason given, or the note made.</summary>
    public string? Note { get; init; }

    /// <summary>The owner from then on.</summary>
    public required Guid OwnerPersonId { get; init; }

    /// <summary>The due date from then on.</summary>
    public required DateTimeOffset DueAt { get; init; }
}

public enum FollowUpChangeKind
{
    Assigned,
    Accepted,

    /// <summary>The owner said nothing in time, which counts as acceptance.</summary>
    TakenAsAccepted,
    Declined,
    Reassigned,
    Extended,
    Evidenced,
    Confirmed,
    NotConfirmed,

    /// <summary>Those who asked said nothing; it went to the secretary.</summary>
    LeftToRuling,
    RuledKept,
    RuledNotKept,
    Reopened,
    Kept,
    Cancelled,
}
