using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Engine;

namespace Cohesion.Governance.Workflows.Running;

/// <summary>
/// The built-in engine behind <see cref="IProcessPort"/>: one turn is one transaction, in which state, bookmarks, the performed
/// activities and the consumed signal are committed together or not at all. Safe for all threads and for several hosts over one store.
/// </summary>
/// <param name="store">Where processes are kept.</param>
/// <param name="definitions">What they run.</param>
/// <param name="performer">Who does the governance activities.</param>
/// <param name="clock">The time of turns that something other than a sweep causes.</param>
/// <param name="report">Told what a committed turn promised and could not do at once; the sweep does it, or reports it again.</param>
public sealed partial class ProcessRunner(
    IProcessStore store, IDefinitionSource definitions, IActivityPerformer performer, TimeProvider clock, Action<SweepFailure>? report = null) : IProcessPort
{
    /// <summary>How often a turn is repeated because somebody else was first, before the caller gets the conflict.</summary>
    public const int MaxConflicts = 50;

    /// <summary>How long the id of a signal is remembered, so that a repetition is recognised.</summary>
    public static readonly TimeSpan SignalMemory = TimeSpan.FromDays(30);

    private const int Batch = 200;

    public Task<StartReceipt> StartAsync(StartProcess start, CancellationToken ct) =>
        InTurnAsync(turn => StartAsync(turn, start), clock.GetUtcNow(), ct);

    public Task<SignalReceipt> SignalAsync(ProcessSignal signal, CancellationToken ct) =>
        InTurnAsync(turn => RouteAsync(turn, signal), clock.GetUtcNow(), ct);

    public Task<OperationReceipt> RetryAsync(string instanceId, CancellationToken ct) => OperateAsync(instanceId, new Stimulus.Retry(), ct);

    public Task<OperationReceipt> MoveOnAsync(string instanceId, string activityId, string outcome, CancellationToken ct) =>
        OperateAsync(instanceId, new Stimulus.MoveOn(activityId, outcome), ct);

    public Task<OperationReceipt> CancelAsync(string instanceId, string reason, CancellationToken ct) =>
        OperateAsync(instanceId, new Stimulus.Cancel(reason), ct);

    public async Task<ProcessView?> FindAsync(string instanceId, CancellationToken ct) =>
        await store.FindAsync(instanceId, ct) is { } record ? ProcessView.Of(record.State) : null;

    public async Task<IReadOnlyList<ProcessView>> ListAsync(ProcessQuery query, CancellationToken ct) =>
        [.. (await store.ListAsync(query, ct)).Select(ProcessView.Of)];

    private static async Task<StartReceipt> StartAsync(RunningTurn turn, StartProcess start)
    {
        if (await turn.Transaction.LoadAsync(start.InstanceId, turn.Ct) is not null)
            return new(start.InstanceId, StartResult.AlreadyStarted);
        var refusal = await turn.StartAsync(start);
        return refusal is null ? new(start.InstanceId, StartResult.Started) : new(start.InstanceId, StartResult.Refused, refusal);
    }

    /// <summary>Takes a signal in: to the one who waits at once, to others each in a turn of their own, or into keeping.</summary>
    private static async Task<SignalReceipt> RouteAsync(RunningTurn turn, ProcessSignal signal)
    {
        if (!await turn.Transaction.AcceptSignalAsync(signal.Id, turn.Now, turn.Ct))
            return new(SignalResult.Duplicate, []);
        var waiting = await turn.Transaction.WaitingForAsync(signal.Name, signal.Key, turn.Ct);
        if (waiting.Count == 0)
        {
            if (!(signal.KeepUntil > turn.Now))
                return new(SignalResult.NobodyWaits, []);
            await turn.Transaction.KeepSignalAsync(signal, turn.Now, turn.Ct);
            return new(SignalResult.Kept, []);
        }

        await turn.DeliverAsync(signal, waiting);
        return new(SignalResult.Delivered, [.. waiting]);
    }

    private Task<OperationReceipt> OperateAsync(string instanceId, Stimulus stimulus, CancellationToken ct) =>
        InTurnAsync(
            async turn =>
            {
                var refusal = await turn.AdvanceAsync(instanceId, stimulus);
                return new OperationReceipt(refusal is null, refusal);
            },
            clock.GetUtcNow(),
            ct);

    /// <summary>
    /// Runs one turn in one transaction and then the works it promised. A conflict repeats the turn. A fault of an activity rolls back and
    /// repeats it with that fault known, so that everything before it is done and committed together with the record of the fault.
    /// </summary>
    private async Task<T> InTurnAsync<T>(Func<RunningTurn, Task<T>> work, DateTimeOffset now, CancellationToken ct)
    {
        var (result, promised) = await CommitTurnAsync(work, now, ct);
        await DoPromisedAsync(promised, now, ct);
        return result;
    }

    private async Task<(T Result, IReadOnlyList<ProcessWork> Promised)> CommitTurnAsync<T>(Func<RunningTurn, Task<T>> work, DateTimeOffset now, CancellationToken ct)
    {
        var faults = ImmutableDictionary.Create<string, ActivityError>(StringComparer.Ordinal);
        for (var conflicts = 0; ;)
        {
            try
            {
                await using var transaction = await store.BeginAsync(ct);
                var turn = new RunningTurn(transaction, definitions, performer, faults, now, ct);
                var result = await work(turn);
                await transaction.CommitAsync(ct);
                return (result, turn.Promised);
            }
            catch (ProcessConflictException) when (++conflicts < MaxConflicts)
            {
                // Whoever was first has changed what this turn began from: begin again.
            }
            catch (ActivityFaultException fault)
            {
                faults = faults.SetItem(fault.ActivityInstanceId, fault.Error);
            }
        }
    }
}
