using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Running;

/// <summary>
/// All that the rest of the product asks of a process engine. The built-in runner implements it over a database; a host of another
/// engine (Elsa 3) can stand behind it instead. Every operation may be sent twice: the second time changes nothing.
/// </summary>
public interface IProcessPort
{
    /// <summary>Starts a process from the current version of a definition, or refuses; the same instance id twice is one process.</summary>
    Task<StartReceipt> StartAsync(StartProcess start, CancellationToken ct);

    /// <summary>Tells the processes that something happened. The same signal id twice is one signal.</summary>
    Task<SignalReceipt> SignalAsync(ProcessSignal signal, CancellationToken ct);

    /// <summary>Does everything whose time has come, and what a crash left behind. Any number of hosts may call it at once.</summary>
    Task<SweepReport> FireDueAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>Tries the faulted activities of a process again.</summary>
    Task<OperationReceipt> RetryAsync(string instanceId, CancellationToken ct);

    /// <summary>Leaves a faulted activity as if it had ended with this outcome.</summary>
    Task<OperationReceipt> MoveOnAsync(string instanceId, string activityId, string outcome, CancellationToken ct);

    /// <summary>Ends a process.</summary>
    Task<OperationReceipt> CancelAsync(string instanceId, string reason, CancellationToken ct);

    /// <summary>One process, or null.</summary>
    Task<ProcessView?> FindAsync(string instanceId, CancellationToken ct);

    /// <summary>Processes in the order of their instance ids.</summary>
    Task<IReadOnlyList<ProcessView>> ListAsync(ProcessQuery query, CancellationToken ct);
}

/// <param name="InstanceId">Chosen by the caller; at most 64 characters. A second start under it is the same start.</param>
/// <param name="DefinitionId">Which process.</param>
/// <param name="CorrelationId">What it is about; also the key under which its Elsa.Event activities wait.</param>
/// <param name="Inputs">By the names the definition declares.</param>
/// <param name="Parent">The process that dispatched it, if one did.</param>
public sealed record StartProcess(string InstanceId, string DefinitionId, string? CorrelationId, ValueMap Inputs, ParentProcess? Parent = null)
{
    /// <summary>Values that take the place of the definition's own for variables of these names. A name the definition does not (any longer)
    /// declare is passed over: an override outlives the version it was made for.</summary>
    public ValueMap Variables { get; init; } = ValueMap.Empty;
}

public enum StartResult
{
    Started,

    /// <summary>A process with this id is already there; nothing was changed.</summary>
    AlreadyStarted,

    Refused,
}

public sealed record StartReceipt(string InstanceId, StartResult Result, EngineRefusal? Refusal = null);

/// <param name="Id">Names this occurrence, so that it counts once however often it is sent; at most 128 characters.</param>
/// <param name="Name">The kind of event.</param>
/// <param name="Key">Which one of that kind.</param>
/// <param name="Payload">What came with it.</param>
/// <param name="KeepUntil">If nobody waits yet, it is kept for the first who does, until this moment; null or past: it is dropped.</param>
public sealed record ProcessSignal(string Id, string Name, string Key, WorkflowValue Payload, DateTimeOffset? KeepUntil = null);

public enum SignalResult
{
    /// <summary>At least one process went on.</summary>
    Delivered,

    /// <summary>Nobody waits yet; it is kept.</summary>
    Kept,

    /// <summary>It was here before.</summary>
    Duplicate,

    /// <summary>Nobody waits (any longer), and it is not to be kept.</summary>
    NobodyWaits,
}

/// <param name="Result">What became of it.</param>
/// <param name="Instances">The processes it was delivered to or is on its way to.</param>
public sealed record SignalReceipt(SignalResult Result, ImmutableArray<string> Instances);

/// <param name="Done">Whether it happened.</param>
/// <param name="Refusal">Why not.</param>
public sealed record OperationReceipt(bool Done, EngineRefusal? Refusal = null);

/// <param name="Timers">Waits whose time had come.</param>
/// <param name="Works">Starts and deliveries that an earlier transaction left to be done.</param>
/// <param name="Matched">Kept signals that found somebody waiting.</param>
/// <param name="Expired">Kept signals whose time was over.</param>
/// <param name="Failures">What could not be done and why; the rest was done all the same, and the next sweep tries again.</param>
public sealed record SweepReport(int Timers, int Works, int Matched, int Expired, ImmutableArray<SweepFailure> Failures);

/// <param name="What">The instance, work or signal.</param>
/// <param name="Error">The exception's text, for the log.</param>
public sealed record SweepFailure(string What, string Error);

/// <param name="Status">Only these, or null for all.</param>
/// <param name="DefinitionId">Only of this definition.</param>
/// <param name="CorrelationId">Only about this.</param>
/// <param name="After">Only with a greater instance id: the last one of the page before.</param>
/// <param name="Limit">At most so many.</param>
public sealed record ProcessQuery(ProcessStatus? Status = null, string? DefinitionId = null, string? CorrelationId = null, string? After = null, int Limit = 100);
