using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>Events, timers and promised works: what wakes processes.</summary>
internal sealed partial class ElsaProcesses
{
    private const int Batch = 200;

    private const int MaxBatches = 500;

    private const int MaxPromised = 64;

    public async Task<SweepReport> FireDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var failures = ImmutableArray.CreateBuilder<SweepFailure>();
        var works = await SweepAsync(
            () => store.PendingWorkAsync(Batch, ct), work => work.Id, async work => (await DoAsync(work, now, ct)).Done, failures, ct);
        var matched = await SweepAsync(
            () => store.MatchedSignalsAsync(now, Batch, ct), signal => signal.Id, signal => DeliverKeptAsync(signal, now, ct), failures, ct);
        var timers = await SweepAsync(
            () => store.DueAsync(now, Batch, ct), wait => wait.ActivityInstanceId + " due " + wait.DueAt.UtcTicks, wait => FireAsync(wait, now, ct), failures, ct);
        var expired = await store.ForgetAsync(now, now - ProcessRunner.SignalMemory, ct);
        return new(timers, works, matched, expired, failures.DrainToImmutable());
    }

    private static async Task<int> SweepAsync<T>(
        Func<Task<IReadOnlyList<T>>> find, Func<T, string> name, Func<T, Task<bool>> handle, ImmutableArray<SweepFailure>.Builder failures, CancellationToken ct)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var done = 0;
        for (var batch = 0; batch < MaxBatches; batch++)
        {
            var fresh = (await find()).Where(item => seen.Add(name(item))).ToList();
            if (fresh.Count == 0)
            {
                break;
            }

            foreach (var item in fresh)
            {
                ct.ThrowIfCancellationRequested();
                try
                {
                    done += await handle(item) ? 1 : 0;
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    failures.Add(new(name(item), exception.ToString()));
                }
            }
        }

        return done;
    }

    private async Task<bool> FireAsync(DueWait wait, DateTimeOffset now, CancellationToken ct)
    {
        var (done, promised) = await WakeAsync(
            wait.InstanceId,
            state => state.Active.Where(a => a.Phase == ActivityPhase.Waiting && a.DueAt == wait.DueAt && a.DueAt <= now && state.ActivityInstanceId(a) == wait.ActivityInstanceId),
            new Resumption(null, null, Workflows.Expressions.WorkflowValue.Nothing, TimedOut: true),
            null,
            now,
            ct);
        await DoPromisedAsync(promised, now, ct);
        return done;
    }

    private async Task<bool> DeliverKeptAsync(ProcessSignal signal, DateTimeOffset now, CancellationToken ct)
    {
        var works = await InTransactionAsync(
            async transaction =>
            {
                var waiting = await transaction.WaitingForAsync(signal.Name, signal.Key, ct);
                return waiting.Count == 0 || !await transaction.TakeKeptSignalAsync(signal.Id, ct) ? [] : await PromiseAsync(transaction, signal, waiting, ct);
            },
            ct);
        await DoPromisedAsync(works, now, ct);
        return works.Count > 0;
    }

    /// <summary>Takes a signal in: on its way to everybody who waits, or into keeping.</summary>
    private Task<(SignalReceipt Receipt, IReadOnlyList<ProcessWork> Works)> RouteAsync(ProcessSignal signal, string? workId, DateTimeOffset now, CancellationToken ct) =>
        InTransactionAsync<(SignalReceipt, IReadOnlyList<ProcessWork>)>(
            async transaction =>
            {
                if (workId is not null && !await transaction.CompleteWorkAsync(workId, ct))
                {
                    return (new(SignalResult.Duplicate, []), []);
                }

                if (!await transaction.AcceptSignalAsync(signal.Id, now, ct))
                {
                    return (new(SignalResult.Duplicate, []), []);
                }

                var waiting = await transaction.WaitingForAsync(signal.Name, signal.Key, ct);
                if (waiting.Count > 0)
                {
                    return (new(SignalResult.Delivered, [.. waiting]), await PromiseAsync(transaction, signal, waiting, ct));
                }

                if (!(signal.KeepUntil > now))
                {
                    return (new(SignalResult.NobodyWaits, []), []);
                }

                await transaction.KeepSignalAsync(signal, now, ct);
                return (new(SignalResult.Kept, []), []);
            },
            ct);

    private static async Task<IReadOnlyList<ProcessWork>> PromiseAsync(
        IProcessTransaction transaction, ProcessSignal signal, IReadOnlyList<string> waiting, CancellationToken ct)
    {
        List<ProcessWork> works = [.. waiting.Select(instance => new ProcessWork($"deliver:{signal.Id}:{instance}", null, signal, instance))];
        foreach (var work in works)
        {
            await transaction.EnqueueAsync(work, ct);
        }

        return works;
    }

    /// <summary>Delivers at once, so that the sender hears what became of the signal.</summary>
    private async Task<SignalReceipt> DeliverAllAsync(ProcessSignal signal, SignalReceipt receipt, IReadOnlyList<ProcessWork> works, DateTimeOffset now, CancellationToken ct)
    {
        var delivered = false;
        var promised = new List<ProcessWork>();
        foreach (var work in works)
        {
            var (done, more) = await DeliverAsync(work, now, ct);
            delivered |= done;
            promised.AddRange(more);
        }

        await DoPromisedAsync(promised, now, ct);
        return delivered ? receipt : new(signal.KeepUntil > now ? SignalResult.Kept : SignalResult.NobodyWaits, []);
    }

    /// <summary>Gives a signal to one process. If somebody else woke it first, the signal is kept for the next who waits.</summary>
    private async Task<(bool Done, IReadOnlyList<ProcessWork> Promised)> DeliverAsync(ProcessWork work, DateTimeOffset now, CancellationToken ct)
    {
        var signal = work.Signal!;
        var (done, promised) = await WakeAsync(
            work.InstanceId!,
            state => state.Active.Where(a => a.Phase == ActivityPhase.Waiting && a.Events.Contains(new EventKey(signal.Name, signal.Key))),
            new Resumption(signal.Name, signal.Key, signal.Payload, TimedOut: false),
            work.Id,
            now,
            ct);
        if (!done)
        {
            await InTransactionAsync(
                async transaction =>
                {
                    if (await transaction.CompleteWorkAsync(work.Id, ct) && signal.KeepUntil > now)
                    {
                        await transaction.KeepSignalAsync(signal, now, ct);
                    }

                    return true;
                },
                ct);
        }

        return (done, promised);
    }

    private async Task<(bool Done, IReadOnlyList<ProcessWork> Promised)> DoAsync(ProcessWork work, DateTimeOffset now, CancellationToken ct)
    {
        if (work.Start is { } start)
        {
            var (receipt, promised) = await StartOnceAsync(start, work.Id, now, ct);

            // Checked when it was promised; if the deployment has changed since, somebody must see it, so the work stays.
            return receipt.Refusal is { } refusal ? throw new InvalidOperationException($"{work.Id}: {refusal.Reason.En}") : (true, promised);
        }

        if (work is { Signal: not null, InstanceId: not null })
        {
            var (_, promised) = await DeliverAsync(work, now, ct);
            return (true, promised);
        }

        if (work.Signal is { } signal)
        {
            var (receipt, promised) = await RouteAsync(signal, work.Id, now, ct);
            return (receipt.Result != SignalResult.Duplicate, promised);
        }

        if (work is { Operation: { } operation, InstanceId: { } instance })
        {
            // Refused where somebody else has mended it meanwhile: then there is nothing left to do.
            var (_, promised) = await OperateOnceAsync(instance, operation, work.Id, now, ct);
            return (true, promised);
        }

        throw new InvalidOperationException($"Work {work.Id} says nothing to do.");
    }

    /// <summary>Does at once what was promised, in the order of the promises; what goes wrong stays in the store for the sweep.</summary>
    private async Task DoPromisedAsync(IReadOnlyList<ProcessWork> promised, DateTimeOffset now, CancellationToken ct)
    {
        var open = new Queue<ProcessWork>(promised);
        for (var done = 0; done < MaxPromised && open.TryDequeue(out var work); done++)
        {
            try
            {
                foreach (var next in (await DoAsync(work, now, ct)).Promised)
                {
                    open.Enqueue(next);
                }
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

    private async Task<T> InTransactionAsync<T>(Func<IProcessTransaction, Task<T>> work, CancellationToken ct)
    {
        for (var conflicts = 0; ;)
        {
            try
            {
                await using var transaction = await store.BeginAsync(ct);
                var result = await work(transaction);
                await transaction.CommitAsync(ct);
                return result;
            }
            catch (ProcessConflictException) when (++conflicts < MaxConflicts)
            {
                // Whoever was first has changed what this began from: begin again.
            }
        }
    }
}
