using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Engine;

namespace Cohesion.Governance.Workflows.Running;

/// <summary>Timers, promised works, and signals that met nobody: what happens without anybody asking.</summary>
public sealed partial class ProcessRunner
{
    /// <summary>How many promised works one call does itself; the sweep does the others.</summary>
    private const int MaxPromised = 64;

    private const int MaxBatches = 500;

    public async Task<SweepReport> FireDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var failures = ImmutableArray.CreateBuilder<SweepFailure>();
        var works = await SweepAsync(
            () => store.PendingWorkAsync(Batch, ct), work => work.Id, async work => (await DoAsync(work, now, ct)).Done, failures, ct);
        var matched = await SweepAsync(
            () => store.MatchedSignalsAsync(now, Batch, ct), signal => signal.Id, signal => DeliverKeptAsync(signal, now, ct), failures, ct);
        var timers = await SweepAsync(
            () => store.DueAsync(now, Batch, ct), wait => wait.ActivityInstanceId + " due " + wait.DueAt.UtcTicks, wait => FireAsync(wait, now, ct), failures, ct);
        var expired = await store.ForgetAsync(now, now - SignalMemory, ct);
        return new(timers, works, matched, expired, failures.DrainToImmutable());
    }

    /// <summary>
    /// Does everything a query finds, batch by batch, until it finds nothing new. One that fails is reported and does not keep the others
    /// from being done; it is tried once a sweep.
    /// </summary>
    private static async Task<int> SweepAsync<T>(
        Func<Task<IReadOnlyList<T>>> find, Func<T, string> name, Func<T, Task<bool>> handle, ImmutableArray<SweepFailure>.Builder failures, CancellationToken ct)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var done = 0;
        // Bounded: processes that keep starting each other must not keep the rest from its turn.
        for (var batch = 0; batch < MaxBatches; batch++)
        {
            var fresh = (await find()).Where(item => seen.Add(name(item))).ToList();
            if (fresh.Count == 0)
                break;
            foreach (var item in fresh)
            {
                ct.ThrowIfCancellationRequested();
                try
                {
                    if (await handle(item))
                        done++;
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    failures.Add(new(name(item), exception.ToString()));
                }
            }
        }

        return done;
    }

    private Task<bool> FireAsync(DueWait wait, DateTimeOffset now, CancellationToken ct) =>
        InTurnAsync(async turn => await turn.AdvanceAsync(wait.InstanceId, new Stimulus.DueTimeReached(wait.ActivityInstanceId)) is null, now, ct);

    private Task<bool> DeliverKeptAsync(ProcessSignal signal, DateTimeOffset now, CancellationToken ct) => InTurnAsync(
        async turn =>
        {
            var waiting = await turn.Transaction.WaitingForAsync(signal.Name, signal.Key, turn.Ct);
            if (waiting.Count == 0 || !await turn.Transaction.TakeKeptSignalAsync(signal.Id, turn.Ct))
                return false;
            await turn.DeliverAsync(signal, waiting);
            return true;
        },
        now,
        ct);

    /// <summary>Does one promised work, unless somebody else has, and says what that promised in its turn.</summary>
    private Task<(bool Done, IReadOnlyList<ProcessWork> Promised)> DoAsync(ProcessWork work, DateTimeOffset now, CancellationToken ct) => CommitTurnAsync(
        async turn =>
        {
            if (!await turn.Transaction.CompleteWorkAsync(work.Id, turn.Ct))
                return false;
            if (work.Start is { } start)
            {
                var receipt = await StartAsync(turn, start);
                // Checked when it was promised; if the deployment has changed since, somebody must see it, so the work stays.
                if (receipt.Refusal is { } refusal)
                    throw new InvalidOperationException($"{work.Id}: {refusal.Reason.En}");
            }
            else if (work is { Signal: { } signal, InstanceId: { } instance })
            {
                await turn.AdvanceAsync(instance, new Stimulus.EventArrived(signal.Name, signal.Key, signal.Payload));
            }
            else if (work.Signal is { } routed)
            {
                await RouteAsync(turn, routed);
            }
            else if (work is { Operation: { } operation, InstanceId: { } subject })
            {
                // Refused where somebody else has mended it meanwhile: then there is nothing left to do.
                await turn.AdvanceAsync(subject, StimulusOf(operation));
            }

            return true;
        },
        now,
        ct);

    private static Stimulus StimulusOf(ProcessOperation operation) => operation.Kind switch
    {
        ProcessOperationKind.Retry => new Stimulus.Retry(),
        ProcessOperationKind.MoveOn => new Stimulus.MoveOn(operation.ActivityId ?? string.Empty, operation.Outcome ?? string.Empty),
        ProcessOperationKind.Cancel => new Stimulus.Cancel(operation.Outcome ?? string.Empty),
        _ => throw new InvalidOperationException($"Unknown operation {operation.Kind}."),
    };

    /// <summary>
    /// Does at once what a committed turn promised, in the order of the promises, as the sweep would. The turn's caller has its result
    /// already, so that nothing that goes wrong here is the caller's: the work stays in the store, is reported, and the sweep takes it up.
    /// </summary>
    private async Task DoPromisedAsync(IReadOnlyList<ProcessWork> promised, DateTimeOffset now, CancellationToken ct)
    {
        if (promised.Count == 0)
            return;
        var open = new Queue<ProcessWork>(promised);
        for (var done = 0; done < MaxPromised && open.TryDequeue(out var work); done++)
        {
            try
            {
                foreach (var next in (await DoAsync(work, now, ct)).Promised)
                    open.Enqueue(next);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                report?.Invoke(new(work.Id, exception.ToString()));
            }
        }
    }
}
