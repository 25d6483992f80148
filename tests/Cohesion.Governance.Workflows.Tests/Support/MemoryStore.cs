using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Workflows.Tests.Support;

/// <summary>The process died: every later use of the store fails until <see cref="MemoryStore.Restart"/>.</summary>
internal sealed class CrashException : Exception;

/// <summary>
/// A store in memory that commits atomically and can die at any of its operations, before or after a commit takes effect. Reads see what
/// is committed; a commit checks everything the transaction relied on, so that of two racing ones the second gets a conflict.
/// </summary>
internal sealed class MemoryStore : IProcessStore
{
    private readonly Lock gate = new();
    private int operations;

    public Tables Data { get; private set; } = Tables.Empty;

    /// <summary>Dies at this many operations from now on; 0 never.</summary>
    public int CrashAfter { get; set; }

    /// <summary>Whether a crash at a commit leaves it done (killed before the answer) or undone.</summary>
    public bool CrashKeepsCommit { get; set; }

    public bool Dead { get; private set; }

    /// <summary>Whether operations give up the processor, so that others come in between.</summary>
    public bool Yields { get; set; }

    /// <summary>Done once, right after a transaction has read who waits: another host's turn in between.</summary>
    public Func<Task>? Between { get; set; }

    public int Operations => operations;

    public int Commits { get; private set; }

    public int Conflicts { get; private set; }

    public void Restart()
    {
        Dead = false;
        CrashAfter = 0;
    }

    public async Task<IProcessTransaction> BeginAsync(CancellationToken ct)
    {
        await PointAsync();
        return new MemoryTransaction(this);
    }

    public async Task<IReadOnlyList<DueWait>> DueAsync(DateTimeOffset now, int limit, CancellationToken ct)
    {
        await PointAsync();
        return [.. Data.Waits.Values.Where(wait => wait.DueAt <= now).OrderBy(wait => wait.DueAt).ThenBy(wait => wait.ActivityInstanceId, StringComparer.Ordinal)
            .Take(limit).Select(wait => new DueWait(wait.InstanceId, wait.ActivityInstanceId, wait.DueAt!.Value))];
    }

    public async Task<IReadOnlyList<ProcessWork>> PendingWorkAsync(int limit, CancellationToken ct)
    {
        await PointAsync();
        return [.. Data.Works.Values.OrderBy(work => work.Order).Take(limit).Select(work => work.Work)];
    }

    public async Task<IReadOnlyList<ProcessSignal>> MatchedSignalsAsync(DateTimeOffset now, int limit, CancellationToken ct)
    {
        await PointAsync();
        return [.. Data.Kept.Values.OrderBy(kept => kept.Order).Select(kept => kept.Signal)
            .Where(signal => signal.KeepUntil > now && Data.Waits.Values.Any(wait => wait.Events.Contains(new(signal.Name, signal.Key)))).Take(limit)];
    }

    public async Task<int> ForgetAsync(DateTimeOffset now, DateTimeOffset acceptedBefore, CancellationToken ct)
    {
        await PointAsync();
        lock (gate)
        {
            var over = Data.Kept.Where(kept => kept.Value.Signal.KeepUntil <= now).Select(kept => kept.Key).ToList();
            var old = Data.Accepted.Where(accepted => accepted.Value < acceptedBefore && (over.Contains(accepted.Key) || !Data.Kept.ContainsKey(accepted.Key))).Select(accepted => accepted.Key).ToList();
            Data = Data with { Kept = Data.Kept.RemoveRange(over), Accepted = Data.Accepted.RemoveRange(old) };
            return over.Count;
        }
    }

    public async Task<ProcessRecord?> FindAsync(string instanceId, CancellationToken ct)
    {
        await PointAsync();
        return Data.Find(instanceId);
    }

    public async Task<IReadOnlyList<WorkflowState>> ListAsync(ProcessQuery query, CancellationToken ct)
    {
        await PointAsync();
        return [.. Data.Instances.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => StateJson.Read(row.Value.Json))
            .Where(state => (query.Status is null || state.Status == query.Status)
                && (query.DefinitionId is null || state.DefinitionId == query.DefinitionId)
                && (query.CorrelationId is null || state.CorrelationId == query.CorrelationId)
                && string.CompareOrdinal(state.InstanceId, query.After) > 0)
            .Take(query.Limit)];
    }

    internal async Task PointAsync()
    {
        if (Yields)
            await Task.Yield();
        if (Dead)
            throw new CrashException();
        var count = Interlocked.Increment(ref operations);
        if (CrashAfter > 0 && count >= CrashAfter)
        {
            Dead = true;
            throw new CrashException();
        }
    }

    internal async Task CommitAsync(IReadOnlyList<Func<Tables, Tables>> changes)
    {
        try
        {
            await PointAsync();
        }
        catch (CrashException) when (CrashKeepsCommit && operations == CrashAfter)
        {
            Apply(changes);
            throw;
        }

        Apply(changes);
    }

    private void Apply(IReadOnlyList<Func<Tables, Tables>> changes)
    {
        lock (gate)
        {
            try
            {
                Data = changes.Aggregate(Data, (tables, change) => change(tables));
                Commits++;
            }
            catch (ProcessConflictException)
            {
                Conflicts++;
                throw;
            }
        }
    }

    /// <summary>Everything committed.</summary>
    internal sealed record Tables
    {
        public static Tables Empty { get; } = new();

        public ImmutableDictionary<string, (string Json, long Version)> Instances { get; init; } = ImmutableDictionary<string, (string, long)>.Empty;

        public ImmutableDictionary<string, ProcessWait> Waits { get; init; } = ImmutableDictionary<string, ProcessWait>.Empty;

        public ImmutableDictionary<string, DateTimeOffset> Accepted { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

        public ImmutableDictionary<string, (ProcessSignal Signal, long Order)> Kept { get; init; } = ImmutableDictionary<string, (ProcessSignal, long)>.Empty;

        public ImmutableDictionary<string, (ProcessWork Work, long Order)> Works { get; init; } = ImmutableDictionary<string, (ProcessWork, long)>.Empty;

        /// <summary>What the host's activities wrote: their effects in the world.</summary>
        public ImmutableList<string> Effects { get; init; } = [];

        public ImmutableList<string> Log { get; init; } = [];

        public long Order { get; init; }

        public ProcessRecord? Find(string instanceId) =>
            Instances.TryGetValue(instanceId, out var row) ? new(StateJson.Read(row.Json), row.Version) : null;
    }
}
