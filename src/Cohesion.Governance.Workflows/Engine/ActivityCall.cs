using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Engine;

/// <summary>What the host is asked to do. The same call comes again after a crash or a retry, with the same activity instance id.</summary>
public sealed record ActivityCall
{
    public required string InstanceId { get; init; }

    public required string DefinitionId { get; init; }

    public required string? CorrelationId { get; init; }

    /// <summary>The activity's id in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Unique and deterministic: effects are idempotent by it.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>The type in the JSON, such as Governance.OpenVote.</summary>
    public required string Type { get; init; }

    /// <summary>The evaluated inputs; after a wait, those it waited with. An input the file does not give is nothing.</summary>
    public required ValueMap Inputs { get; init; }

    /// <summary>What ended its wait, or null on the first call.</summary>
    public required Resumption? Resumption { get; init; }

    /// <summary>The turn's time.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>How an activity answered a call.</summary>
public abstract record ActivityResult
{
    private ActivityResult()
    {
    }

    public static ActivityResult Complete(string outcome = ActivityDescriptor.Done, ValueMap? outputs = null) => new Completed(outcome, outputs ?? ValueMap.Empty);

    public static ActivityResult WaitFor(DateTimeOffset? dueAt, params ImmutableArray<EventKey> events) => new Waits(events, dueAt);

    public static ActivityResult Fault(string code, BilingualText reason) => new Faulted(new(code, reason));

    /// <param name="Outcome">One of the descriptor's outcomes.</param>
    /// <param name="Outputs">By the descriptor's names; those the file binds to no variable are dropped.</param>
    public sealed record Completed(string Outcome, ValueMap Outputs) : ActivityResult;

    /// <param name="Events">Any of these resumes it.</param>
    /// <param name="DueAt">Or this moment, if given.</param>
    public sealed record Waits(ImmutableArray<EventKey> Events, DateTimeOffset? DueAt) : ActivityResult;

    /// <param name="Error">Why it could not; nothing it did in this call is kept.</param>
    public sealed record Faulted(ActivityError Error) : ActivityResult;
}

/// <param name="Code">Stable; a refusal's code where a command refused.</param>
/// <param name="Reason">In both languages.</param>
public sealed record ActivityError(string Code, BilingualText Reason);
