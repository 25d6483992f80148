using System.Collections.Immutable;
using System.Text.Json;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cohesion.Governance.Server.Process;

/// <summary>A turn's transaction on the database: the commands that the activities send run in the same one, over the same context.</summary>
internal sealed class DatabaseProcessTransaction(
    AsyncServiceScope scope, GovernanceDbContext db, IDbContextTransaction transaction, IDisposable? gate, GroupFlush disk, AfterCommit afterCommit, TimeProvider clock)
    : IProcessTransaction
{
    private int sequence;
    private bool disposed;

    /// <summary>The services of the turn's scope, in which the server itself is the one who asks.</summary>
    public IServiceProvider Services => scope.ServiceProvider;

    public async Task<ProcessRecord?> LoadAsync(string instanceId, CancellationToken ct)
    {
        var row = await db.ProcessInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == instanceId, ct);
        return row is null ? null : new ProcessRecord(StateJson.Read(row.State), row.Version);
    }

    public Task InsertAsync(WorkflowState state, CancellationToken ct)
    {
        db.ProcessInstances.Add(new ProcessInstance
        {
            Id = state.InstanceId,
            DefinitionId = state.DefinitionId,
            DefinitionHash = state.DefinitionHash,
            CorrelationId = state.CorrelationId,
            Status = state.Status,
            State = StateJson.Write(state),
            ChangedAt = state.ChangedAt,
            Version = 1,
        });
        return Flush(ct);
    }

    public async Task SaveAsync(WorkflowState state, long version, CancellationToken ct)
    {
        var json = StateJson.Write(state);
        var saved = await Raced(db.ProcessInstances.Where(i => i.Id == state.InstanceId && i.Version == version).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, json).SetProperty(i => i.Status, state.Status)
                .SetProperty(i => i.ChangedAt, state.ChangedAt).SetProperty(i => i.Version, version + 1),
            ct));
        if (saved == 0)
        {
            throw new ProcessConflictException($"Process {state.InstanceId} is no longer at version {version}.");
        }
    }

    public async Task AddWaitAsync(ProcessWait wait, CancellationToken ct)
    {
        // The same visit may wait again, for something else: what it waited for before was removed in this transaction.
        await Flush(ct);
        db.ProcessWaits.Add(new ProcessWaitRow
        {
            ActivityInstanceId = wait.ActivityInstanceId, InstanceId = wait.InstanceId, ActivityId = wait.ActivityId, DueAt = wait.DueAt,
        });
        db.ProcessWaitEvents.AddRange(wait.Events.Select(e => new ProcessWaitEvent
        {
            ActivityInstanceId = wait.ActivityInstanceId, InstanceId = wait.InstanceId, Name = e.Name, Key = e.Key,
        }));
    }

    public async Task RemoveWaitAsync(string instanceId, string activityInstanceId, CancellationToken ct)
    {
        await Flush(ct);
        await Raced(db.ProcessWaits.Where(w => w.ActivityInstanceId == activityInstanceId).ExecuteDeleteAsync(ct));
        await Raced(db.ProcessWaitEvents.Where(e => e.ActivityInstanceId == activityInstanceId).ExecuteDeleteAsync(ct));
        foreach (var entry in db.ChangeTracker.Entries().Where(e => IsWait(e.Entity, activityInstanceId)).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    public async Task<IReadOnlyList<string>> WaitingForAsync(string name, string key, CancellationToken ct)
    {
        await Flush(ct);
        return await db.ProcessWaitEvents.Where(e => e.Name == name && e.Key == key)
            .Select(e => e.InstanceId).Distinct().OrderBy(id => id).ToListAsync(ct);
    }

    public async Task<bool> AcceptSignalAsync(string signalId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.AcceptedSignals.AnyAsync(s => s.Id == signalId, ct))
        {
            return false;
        }

        db.AcceptedSignals.Add(new AcceptedSignal { Id = signalId, At = now });
        await Flush(ct);
        return true;
    }

    public Task KeepSignalAsync(ProcessSignal signal, DateTimeOffset now, CancellationToken ct)
    {
        db.KeptSignals.Add(new KeptSignal
        {
            Id = signal.Id,
            Name = signal.Name,
            Key = signal.Key,
            Payload = JsonSerializer.Serialize(signal.Payload),
            KeptAt = now,
            KeepUntil = signal.KeepUntil ?? now,
        });
        return Flush(ct);
    }

    public async Task<ProcessSignal?> TakeKeptSignalAsync(ImmutableArray<EventKey> events, DateTimeOffset now, CancellationToken ct)
    {
        await Flush(ct);
        KeptSignal? oldest = null;
        foreach (var awaited in events)
        {
            var candidate = await db.KeptSignals.AsNoTracking()
                .Where(s => s.Name == awaited.Name && s.Key == awaited.Key && s.KeepUntil > now)
                .OrderBy(s => s.KeptAt).ThenBy(s => s.Id).FirstOrDefaultAsync(ct);
            if (candidate is not null && (oldest is null || Before(candidate, oldest)))
            {
                oldest = candidate;
            }
        }

        return oldest is not null && await TakeKeptSignalAsync(oldest.Id, ct) ? DatabaseProcessStore.SignalOf(oldest) : null;
    }

    public async Task<bool> TakeKeptSignalAsync(string signalId, CancellationToken ct) =>
        await Raced(db.KeptSignals.Where(s => s.Id == signalId).ExecuteDeleteAsync(ct)) == 1;

    public async Task EnqueueAsync(ProcessWork work, CancellationToken ct)
    {
        if (!await db.ProcessWorks.AnyAsync(w => w.Id == work.Id, ct))
        {
            db.ProcessWorks.Add(new ProcessWorkRow
            {
                Id = work.Id, Sequence = clock.GetUtcNow().UtcTicks + sequence++, Content = JsonSerializer.Serialize(work),
            });
            await Flush(ct);
        }
    }

    public async Task<bool> CompleteWorkAsync(string workId, CancellationToken ct) =>
        await Raced(db.ProcessWorks.Where(w => w.Id == workId).ExecuteDeleteAsync(ct)) == 1;

    public Task LogAsync(string instanceId, string activityId, string text, DateTimeOffset at, CancellationToken ct)
    {
        db.ProcessLog.Add(new ProcessLogLine { Id = Guid.CreateVersion7(at), InstanceId = instanceId, ActivityId = activityId, Text = text, At = at });
        return Task.CompletedTask;
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        await Flush(ct);
        try
        {
            await transaction.CommitAsync(ct);
        }
        catch (Exception conflict) when (Conflicts.IsConflict(conflict))
        {
            throw new ProcessConflictException("Somebody else committed first.", conflict);
        }

        // The next writer need not wait for the disk; whoever asked must.
        await DisposeAsync();
        await disk.Flush();
        afterCommit.Happened(db.Written);
    }

    public async ValueTask DisposeAsync()
    {
        // A commit has let go already.
        if (disposed)
        {
            return;
        }

        disposed = true;
        await transaction.DisposeAsync();
        gate?.Dispose();
        await scope.DisposeAsync();
    }

    private static bool Before(KeptSignal one, KeptSignal other) =>
        one.KeptAt < other.KeptAt || (one.KeptAt == other.KeptAt && string.CompareOrdinal(one.Id, other.Id) < 0);

    private static bool IsWait(object entity, string activityInstanceId) => entity switch
    {
        ProcessWaitRow wait => wait.ActivityInstanceId == activityInstanceId,
        ProcessWaitEvent awaited => awaited.ActivityInstanceId == activityInstanceId,
        _ => false,
    };

    private Task<int> Flush(CancellationToken ct) => Raced(db.SaveChangesAsync(ct));

    // What a database refuses because somebody else was faster, the runner repeats.
    private static async Task<int> Raced(Task<int> write)
    {
        try
        {
            return await write;
        }
        catch (Exception conflict) when (Conflicts.IsConflict(conflict))
        {
            throw new ProcessConflictException("Somebody else wrote first.", conflict);
        }
    }
}
