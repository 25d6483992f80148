using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Engine;

namespace Cohesion.Governance.Workflows.Running;

/// <summary>
/// Where the runner keeps processes. The server implements it over its database; tests over memory that can crash. Reads outside a
/// transaction may be stale: whatever the runner finds through them it checks again inside one.
/// </summary>
public interface IProcessStore
{
    Task<IProcessTransaction> BeginAsync(CancellationToken ct);

    /// <summary>Waits with a due time at or before now, the longest overdue first.</summary>
    Task<IReadOnlyList<DueWait>> DueAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Works that nobody has completed, the oldest first.</summary>
    Task<IReadOnlyList<ProcessWork>> PendingWorkAsync(int limit, CancellationToken ct);

    /// <summary>
    /// Kept signals for which somebody waits: left over when a signal and a wait were written at the same moment and neither saw the other.
    /// </summary>
    Task<IReadOnlyList<ProcessSignal>> MatchedSignalsAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>
    /// Forgets kept signals whose time is over, and the ids of signals accepted before a moment and no longer kept (a repetition of one that
    /// is still kept must stay a repetition).
    /// </summary>
    /// <returns>How many kept signals went.</returns>
    Task<int> ForgetAsync(DateTimeOffset now, DateTimeOffset acceptedBefore, CancellationToken ct);

    Task<ProcessRecord?> FindAsync(string instanceId, CancellationToken ct);

    Task<IReadOnlyList<WorkflowState>> ListAsync(ProcessQuery query, CancellationToken ct);
}

/// <summary>
/// One turn's transaction: all of it or nothing. The host performs activities inside it. Disposing without committing rolls back. Any
/// method, the commit above all, may throw <see cref="ProcessConflictException"/>; the runner then repeats the turn from the beginning.
/// </summary>
public interface IProcessTransaction : IAsyncDisposable
{
    Task<ProcessRecord?> LoadAsync(string instanceId, CancellationToken ct);

    /// <exception cref="ProcessConflictException">There is one with this id (may also be thrown at commit).</exception>
    Task InsertAsync(WorkflowState state, CancellationToken ct);

    /// <exception cref="ProcessConflictException">The version is no longer this one (may also be thrown at commit).</exception>
    Task SaveAsync(WorkflowState state, long version, CancellationToken ct);

    Task AddWaitAsync(ProcessWait wait, CancellationToken ct);

    Task RemoveWaitAsync(string instanceId, string activityInstanceId, CancellationToken ct);

    /// <summary>The instances that wait for an event, each once, in the order of their ids.</summary>
    Task<IReadOnlyList<string>> WaitingForAsync(string name, string key, CancellationToken ct);

    /// <summary>Notes a signal's id.</summary>
    /// <returns>False when it was noted before.</returns>
    Task<bool> AcceptSignalAsync(string signalId, DateTimeOffset now, CancellationToken ct);

    Task KeepSignalAsync(ProcessSignal signal, DateTimeOffset now, CancellationToken ct);

    /// <summary>Takes out the oldest kept signal for any of these events whose time is not over; null when there is none.</summary>
    Task<ProcessSignal?> TakeKeptSignalAsync(ImmutableArray<EventKey> events, DateTimeOffset now, CancellationToken ct);

    /// <summary>Takes out one kept signal.</summary>
    /// <returns>False when it is no longer there.</returns>
    Task<bool> TakeKeptSignalAsync(string signalId, CancellationToken ct);

    /// <summary>Leaves something to be done in a transaction of its own. The same id twice is one.</summary>
    Task EnqueueAsync(ProcessWork work, CancellationToken ct);

    /// <summary>Takes out a work as done.</summary>
    /// <returns>False when somebody else has done it.</returns>
    Task<bool> CompleteWorkAsync(string workId, CancellationToken ct);

    /// <summary>A line that an activity wrote.</summary>
    Task LogAsync(string instanceId, string activityId, string text, DateTimeOffset at, CancellationToken ct);

    Task CommitAsync(CancellationToken ct);
}

/// <param name="State">The process.</param>
/// <param name="Version">Grows with every save; what optimistic concurrency compares.</param>
public sealed record ProcessRecord(WorkflowState State, long Version);

/// <summary>A bookmark: an activity instance that waits for any of some events, or a time, or both.</summary>
public sealed record ProcessWait(string InstanceId, string ActivityId, string ActivityInstanceId, ImmutableArray<EventKey> Events, DateTimeOffset? DueAt);

public sealed record DueWait(string InstanceId, string ActivityInstanceId, DateTimeOffset DueAt);

/// <summary>Something a committed turn has promised and that is done in a transaction of its own.</summary>
/// <param name="Id">Deterministic, so that a repeated turn promises it once; at most 200 characters.</param>
/// <param name="Start">A process to start, or null.</param>
/// <param name="Signal">A signal to route, or, with an instance id, to deliver to that process alone; or null.</param>
/// <param name="InstanceId">The process a signal is to be delivered to.</param>
public sealed record ProcessWork(string Id, StartProcess? Start, ProcessSignal? Signal, string? InstanceId)
{
    /// <summary>Something a person does to the process of the instance id, in place of a start or signal.</summary>
    public ProcessOperation? Operation { get; init; }
}

/// <summary>What a person may do to a process that faulted, or that is no longer wanted.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="ActivityId">The faulted activity to move on from.</param>
/// <param name="Outcome">The outcome to move on with, or the reason for cancelling.</param>
public sealed record ProcessOperation(ProcessOperationKind Kind, string? ActivityId = null, string? Outcome = null);

public enum ProcessOperationKind
{
    Retry,
    MoveOn,
    Cancel,
}

/// <summary>Somebody else changed the same thing first: the turn is repeated. Not a bug, and never seen by callers of the port.</summary>
public sealed class ProcessConflictException : Exception
{
    public ProcessConflictException()
    {
    }

    public ProcessConflictException(string message)
        : base(message)
    {
    }

    public ProcessConflictException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Does the governance activities.</summary>
public interface IActivityPerformer
{
    /// <summary>
    /// Does one activity inside the turn's transaction. A fault, returned or thrown, rolls the turn back; it is then repeated up to this
    /// activity and the fault recorded.
    /// </summary>
    Task<ActivityResult> PerformAsync(ActivityCall call, IProcessTransaction transaction, CancellationToken ct);
}

/// <summary>Finds definitions: the current one of each id for new processes, any version for those that pin it.</summary>
public interface IDefinitionSource
{
    Definitions.WorkflowDefinition? Current(string definitionId);

    /// <returns>Null when no such version is kept: its instances cannot go on.</returns>
    ValueTask<Definitions.WorkflowDefinition?> ByHashAsync(string hash, CancellationToken ct);
}
