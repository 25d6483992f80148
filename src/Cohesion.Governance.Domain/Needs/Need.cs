namespace Cohesion.Governance.Domain.Needs;

/// <summary>What somebody asks for, before it is a proposal (诉求).</summary>
public sealed partial class Need : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required int Number { get; init; }
    public required string Text { get; init; }

    /// <summary>Who asks; the one whose word confirms in the end that it was met.</summary>
    public required Guid AskedByPersonId { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public NeedStage Stage { get; set; }

    /// <summary>The proposal that answers it, once there is one.</summary>
    public Guid? ProposalId { get; set; }

    /// <summary>Why it was answered without a proposal.</summary>
    public string? Answer { get; set; }
    public int Version { get; set; }
}

public enum NeedStage
{
    /// <summary>Heard, not answered yet.</summary>
    Open,

    /// <summary>A proposal answers it.</summary>
    Taken,

    /// <summary>Answered without a proposal.</summary>
    Answered,

    /// <summary>What was asked for is there.</summary>
    Met,

    /// <summary>The proposal that took it up ended without being adopted.</summary>
    NotMet,
}
