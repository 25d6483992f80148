using System.Text.Json;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Process;

/// <summary>Keeps processes in the server's database, where the councils are.</summary>
internal sealed class DatabaseProcessStore(IServiceScopeFactory scopes, WriteGate gate, GroupFlush disk, AfterCommit afterCommit, TimeProvider clock) : IProcessStore
{
    public async Task<IProcessTransaction> BeginAsync(CancellationToken ct)
    {
        var scope = scopes.CreateAsyncScope();
        var entered = await gate.Enter(ct);
        try
        {
            scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
            var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
            return new DatabaseProcessTransaction(scope, db, await db.Begin(ct), entered, disk, afterCommit, clock);
        }
        catch
        {
            entered?.Dispose();
            await scope.DisposeAsync();
            throw;
        }
    }

    public Task<IReadOnlyList<DueWait>> DueAsync(DateTimeOffset now, int limit, CancellationToken ct) => Read<IReadOnlyList<DueWait>>(
        async db => await db.ProcessWaits.Where(w => w.DueAt != null && w.DueAt <= now).OrderBy(w => w.DueAt).ThenBy(w => w.ActivityInstanceId).Take(limit)
            .Select(w => new DueWait(w.InstanceId, w.ActivityInstanceId, w.DueAt!.Value)).ToListAsync(ct));

    public Task<IReadOnlyList<ProcessWork>> PendingWorkAsync(int limit, CancellationToken ct) => Read<IReadOnlyList<ProcessWork>>(async db =>
    {
        var contents = await db.ProcessWorks.OrderBy(w => w.Sequence).ThenBy(w => w.Id).Take(limit).Select(w => w.Content).ToListAsync(ct);
        return [.. contents.Select(content => JsonSerializer.Deserialize<ProcessWork>(content)!)];
    });

    public Task<IReadOnlyList<ProcessSignal>> MatchedSignalsAsync(DateTimeOffset now, int limit, CancellationToken ct) => Read<IReadOnlyList<ProcessSignal>>(async db =>
    {
        var kept = await db.KeptSignals.AsNoTracking()
            .Where(s => s.KeepUntil > now && db.ProcessWaitEvents.Any(e => e.Name == s.Name && e.Key == s.Key))
            .OrderBy(s => s.KeptAt).ThenBy(s => s.Id).Take(limit).ToListAsync(ct);
        return [.. kept.Select(SignalOf)];
    });

    public Task<int> ForgetAsync(DateTimeOffset now, DateTimeOffset acceptedBefore, CancellationToken ct) => Read(async db =>
    {
        // Most sweeps find nothing to forget; a look costs less than a write transaction.
        if (!await db.KeptSignals.AnyAsync(s => s.KeepUntil <= now, ct) && !await db.AcceptedSignals.AnyAsync(s => s.At < acceptedBefore, ct))
        {
            return 0;
        }

        using (await gate.Enter(ct))
        {
            await db.AcceptedSignals.Where(s => s.At < acceptedBefore).ExecuteDeleteAsync(ct);
            return await db.KeptSignals.Where(s => s.KeepUntil <= now).ExecuteDeleteAsync(ct);
        }
    });

    public Task<ProcessRecord?> FindAsync(string instanceId, CancellationToken ct) => Read(async db =>
        await db.ProcessInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == instanceId, ct) is { } row
            ? new ProcessRecord(StateJson.Read(row.State), row.Version)
            : null);

    public Task<IReadOnlyList<WorkflowState>> ListAsync(ProcessQuery query, CancellationToken ct) => Read<IReadOnlyList<WorkflowState>>(async db =>
    {
#pragma warning disable CA1309 // The database compares; its collation is what the order of the pages goes by too.
        var states = await db.ProcessInstances
            .Where(i => query.Status == null || i.Status == query.Status)
            .Where(i => query.DefinitionId == null || i.DefinitionId == query.DefinitionId)
            .Where(i => query.CorrelationId == null || i.CorrelationId == query.CorrelationId)
            .Where(i => query.After == null || string.Compare(i.Id, query.After) > 0)
            .OrderBy(i => i.Id).Take(query.Limit).Select(i => i.State).ToListAsync(ct);
#pragma warning restore CA1309
        return [.. states.Select(StateJson.Read)];
    });

    /// <summary>When the next wait falls due; null when none has a time.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => Read(db =>
        db.ProcessWaits.Where(w => w.DueAt != null).OrderBy(w => w.DueAt).Select(w => w.DueAt).FirstOrDefaultAsync(ct));

    internal static ProcessSignal SignalOf(KeptSignal kept) =>
        new(kept.Id, kept.Name, kept.Key, JsonSerializer.Deserialize<WorkflowValue>(kept.Payload)!, kept.KeepUntil);

    private async Task<T> Read<T>(Func<GovernanceDbContext, Task<T>> look)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GovernanceDbContext>());
    }
}
