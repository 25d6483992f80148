using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Engine;

/// <summary>
/// The result of one step of a turn: the next state and what the host must do about it, in order. When <see cref="Request"/> is not null
/// the turn goes on with its answer (<see cref="Stimulus.Answered"/>); otherwise it is over and the state can be saved.
/// </summary>
/// <param name="State">The next state; the old one when refused.</param>
/// <param name="Effects">What to do, in order.</param>
/// <param name="Refusal">Why nothing happened, or null.</param>
public sealed record Turn(WorkflowState State, ImmutableArray<Effect> Effects, EngineRefusal? Refusal = null)
{
    /// <summary>The effect that needs an answer, always the last, or null.</summary>
    public Effect? Request => Effects.Length > 0 && Effects[^1] is Effect.Perform or Effect.Dispatch ? Effects[^1] : null;
}

/// <param name="Code">One of <see cref="RefusalCodes"/>; stable.</param>
/// <param name="Reason">In both languages.</param>
public sealed record EngineRefusal(string Code, BilingualText Reason);

/// <summary>The codes of <see cref="EngineRefusal"/>.</summary>
public static class RefusalCodes
{
    public const string NobodyWaits = "nobody-waits";
    public const string ProcessEnded = "process-ended";
    public const string NotYetDue = "not-yet-due";
    public const string NotFaulted = "not-faulted";
    public const string UnknownOutcome = "unknown-outcome";
    public const string UnknownInput = "unknown-process-input";
    public const string BadInput = "bad-process-input";
    public const string UnknownWorkflow = "unknown-workflow";
    public const string UnknownProcess = "unknown-process";
}

/// <summary>What a turn asks of the host.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Do a governance activity and answer.</summary>
    public sealed record Perform(ActivityCall Call) : Effect;

    /// <summary>Start another process and answer: completed when it will start, faulted when it cannot.</summary>
    public sealed record Dispatch(string ActivityInstanceId, string DefinitionId, string ChildInstanceId, string? CorrelationId, ValueMap Inputs, bool Waits) : Effect;

    /// <summary>A branch waits from now on; keep a bookmark.</summary>
    public sealed record Wait(string ActivityId, string ActivityInstanceId, ImmutableArray<EventKey> Events, DateTimeOffset? DueAt) : Effect;

    /// <summary>A branch waits no longer, because it resumed or was cancelled; drop the bookmark.</summary>
    public sealed record EndWait(string ActivityInstanceId) : Effect;

    /// <summary>A line for the process log.</summary>
    public sealed record Log(string ActivityId, string Text) : Effect;

    /// <summary>An activity faulted; its state says so too.</summary>
    public sealed record Faulted(Fault Fault) : Effect;

    /// <summary>The process ended as its map says.</summary>
    public sealed record Finished(ValueMap Outputs) : Effect;

    /// <summary>Somebody ended it.</summary>
    public sealed record Cancelled(string Reason) : Effect;
}
