using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;
using Tables = Cohesion.Governance.Workflows.Tests.Support.MemoryStore.Tables;

namespace Cohesion.Governance.Workflows.Tests.Support;

/// <summary>Collects changes, shows them to its own reads, and applies all of them at commit or none.</summary>
internal sealed class MemoryTransaction(MemoryStore store) : IProcessTransaction
{
    private readonly List<Func<Tables, Tables>> changes = [];

    private (Tables Committed, int Changes, Tables Seen) memo;

    /// <summary>What is committed, with this transaction's own changes on top.</summary>
    private Tables Seen
    {
        get
        {
            var committed = store.Data;
            if (!ReferenceEquals(memo.Committed, committed))
                memo = (committed, 0, committed);
            memo = (committed, changes.Count, changes.Skip(memo.Changes).Aggregate(memo.Seen, (tables, change) => change(tables)));
            return memo.Seen;
        }
    }

    public async Task<ProcessRecord?> LoadAsync(string instanceId, CancellationToken ct)
    {
        await store.PointAsync();
        return Seen.Find(instanceId);
    }

    public Task InsertAsync(WorkflowState state, CancellationToken ct) => ChangeAsync(tables => tables.Instances.ContainsKey(state.InstanceId)
        ? throw new ProcessConflictException("inserted twice")
        : tables with { Instances = tables.Instances.Add(state.InstanceId, (StateJson.Write(state), 1)) });

    public Task SaveAsync(WorkflowState state, long version, CancellationToken ct) => ChangeAsync(tables => tables.Instances[state.InstanceId].Version != version
        ? throw new ProcessConflictException("saved by another")
        : tables with { Instances = tables.Instances.SetItem(state.InstanceId, (StateJson.Write(state), version + 1)) });

    public Task AddWaitAsync(ProcessWait wait, CancellationToken ct) => ChangeAsync(tables => tables.Waits.ContainsKey(wait.ActivityInstanceId)
        ? throw new ProcessConflictException("waited for by another")
        : tables with { Waits = tables.Waits.Add(wait.ActivityInstanceId, wait) });

    public Task RemoveWaitAsync(string instanceId, string activityInstanceId, CancellationToken ct) =>
        ChangeAsync(tables => tables with { Waits = tables.Waits.Remove(activityInstanceId) });

    public async Task<IReadOnlyList<string>> WaitingForAsync(string name, string key, CancellationToken ct)
    {
        await store.PointAsync();
        List<string> waiting = [.. Seen.Waits.Values.Where(wait => wait.Events.Contains(new(name, key))).Select(wait => wait.InstanceId).Distinct().Order(StringComparer.Ordinal)];
        if (store.Between is { } between)
        {
            store.Between = null;
            await between();
        }

        return waiting;
    }

    public async Task<bool> AcceptSignalAsync(string signalId, DateTimeOffset now, CancellationToken ct)
    {
        if (Seen.Accepted.ContainsKey(signalId))
            return false;
        await ChangeAsync(tables => tables.Accepted.ContainsKey(signalId)
            ? throw new ProcessConflictException("accepted twice")
            : tables with { Accepted = tables.Accepted.Add(signalId, now) });
        return true;
    }

    public Task KeepSignalAsync(ProcessSignal signal, DateTimeOffset now, CancellationToken ct) =>
        ChangeAsync(tables => tables with { Kept = tables.Kept.Add(signal.Id, (signal, tables.Order)), Order = tables.Order + 1 });

    public async Task<ProcessSignal?> TakeKeptSignalAsync(ImmutableArray<EventKey> events, DateTimeOffset now, CancellationToken ct)
    {
        var found = Seen.Kept.Values.Where(kept => kept.Signal.KeepUntil > now && events.Contains(new(kept.Signal.Name, kept.Signal.Key)))
            .OrderBy(kept => kept.Order).Select(kept => kept.Signal).FirstOrDefault();
        if (found is not null)
            await TakeAsync(found.Id);
        return found;
    }

    public async Task<bool> TakeKeptSignalAsync(string signalId, CancellationToken ct)
    {
        if (!Seen.Kept.ContainsKey(signalId))
            return false;
        await TakeAsync(signalId);
        return true;
    }

    public Task EnqueueAsync(ProcessWork work, CancellationToken ct) =>
        ChangeAsync(tables => tables with { Works = tables.Works.SetItem(work.Id, (work, tables.Order)), Order = tables.Order + 1 });

    public async Task<bool> CompleteWorkAsync(string workId, CancellationToken ct)
    {
        if (!Seen.Works.ContainsKey(workId))
            return false;
        await ChangeAsync(tables => tables.Works.ContainsKey(workId)
            ? tables with { Works = tables.Works.Remove(workId) }
            : throw new ProcessConflictException("done by another"));
        return true;
    }

    public Task LogAsync(string instanceId, string activityId, string text, DateTimeOffset at, CancellationToken ct) =>
        ChangeAsync(tables => tables with { Log = tables.Log.Add($"{instanceId} {activityId} {text}") });

    /// <summary>What an activity does in the world, in the same transaction.</summary>
    public Task EffectAsync(string effect) => ChangeAsync(tables => tables with { Effects = tables.Effects.Add(effect) });

    public Task CommitAsync(CancellationToken ct) => store.CommitAsync(changes);

    public ValueTask DisposeAsync()
    {
        changes.Clear();
        return ValueTask.CompletedTask;
    }

    private Task TakeAsync(string signalId) => ChangeAsync(tables => tables.Kept.ContainsKey(signalId)
        ? tables with { Kept = tables.Kept.Remove(signalId) }
        : throw new ProcessConflictException("taken by another"));

    private async Task ChangeAsync(Func<Tables, Tables> change)
    {
        await store.PointAsync();
        changes.Add(change);
    }
}
