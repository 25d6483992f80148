using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Running;

/// <summary>A process as people are shown it, whichever engine runs it. Immutable.</summary>
public sealed record ProcessView
{
    public required string InstanceId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The version it pins.</summary>
    public required string DefinitionHash { get; init; }

    public required string? CorrelationId { get; init; }

    public required ProcessStatus Status { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required ValueMap Variables { get; init; }

    public required ImmutableArray<ActivityVisit> Visits { get; init; }

    /// <summary>Where it is: one entry a branch.</summary>
    public required ImmutableArray<ProcessPosition> Here { get; init; }

    public required ImmutableArray<Fault> Faults { get; init; }

    public static ProcessView Of(WorkflowState state) => new()
    {
        InstanceId = state.InstanceId,
        DefinitionId = state.DefinitionId,
        DefinitionHash = state.DefinitionHash,
        CorrelationId = state.CorrelationId,
        Status = state.Status,
        StartedAt = state.StartedAt,
        ChangedAt = state.ChangedAt,
        EndedAt = state.EndedAt,
        Variables = state.Variables,
        Visits = state.Visits,
        Here = [.. state.Active.Select(activity => new ProcessPosition(activity.ActivityId, activity.EnteredAt, activity.Events, activity.DueAt))],
        Faults = [.. state.Active.Select(activity => activity.Fault).OfType<Fault>()],
    };
}

/// <param name="ActivityId">The activity.</param>
/// <param name="Since">When it was entered.</param>
/// <param name="Events">What it waits for.</param>
/// <param name="DueAt">When it goes on by itself.</param>
public sealed record ProcessPosition(string ActivityId, DateTimeOffset Since, ImmutableArray<EventKey> Events, DateTimeOffset? DueAt);
