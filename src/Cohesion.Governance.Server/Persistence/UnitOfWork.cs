using System.Collections.Immutable;
using System.Data.Common;
using Cohesion.Governance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Runs work in one transaction, again when somebody else was faster, and tells whom it may concern after the commit.</summary>
internal sealed class UnitOfWork(
    GovernanceDbContext db, WriteGate gate, GroupFlush disk, AfterCommit afterCommit, ILogger<UnitOfWork> log)
{
    /// <summary>Tries before a conflict is given up as a fault; each try reads afresh, so only a storm of writers to one row gets here.</summary>
    private const int Tries = 8;

    /// <summary>Whether this scope is inside a transaction already; nested work joins it.</summary>
    public bool IsActive => db.IsInTransaction;

    /// <summary>Runs the work and saves; commits when <paramref name="keep"/> says so, else leaves nothing behind.</summary>
    /// <returns>What came of it, on the disk where it was kept.</returns>
    public async Task<T> Run<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct)
    {
        var (result, durable) = await Commit(work, keep, ct);
        await durable;
        return result;
    }

    /// <summary>The same for one who has more to do than to wait for the disk.</summary>
    /// <returns>What came of it, and what completes when it is on the disk: nobody is told of it before.</returns>
    public async Task<(T Result, Task Durable)> Commit<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct)
    {
        if (IsActive)
        {
            var result = await work(ct);
            if (keep(result))
            {
                await db.SaveChangesAsync(ct);
            }

            return (result, Task.CompletedTask);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnce(work, keep, ct);
            }
            catch (Exception conflict) when (attempt < Tries && Conflicts.IsConflict(conflict))
            {
                log.LogDebug("Somebody else was faster; reading afresh (try {Attempt} of {Tries})", attempt, Tries);
                db.ForgetChanges();
            }
            catch (Exception fault) when (fault is DbUpdateException or DbException)
            {
                // The context keeps quiet about what it could not save, since mostly that is a lost race; this is not, or is lost for good.
                log.LogError(fault, "Could not save (try {Attempt} of {Tries})", attempt, Tries);
                throw;
            }
        }
    }

    private async Task<(T Result, Task Durable)> RunOnce<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct)
    {
        // What was read before the transaction may be old by the time it has begun.
        db.ForgetChanges();
        T result;
        using (await gate.Enter(ct))
        await using (var transaction = await db.Begin(ct))
        {
            result = await work(ct);
            if (!keep(result))
            {
                db.ForgetChanges();
                return (result, Task.CompletedTask);
            }

            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        // The next writer need not wait for the disk; whoever asked must.
        return (result, Announce([.. db.Written]));
    }

    private async Task Announce(HashSet<Type> written)
    {
        await disk.Flush();
        afterCommit.Happened(written);
    }
}

/// <summary>One writer at a time where the database has only one (SQLite); everybody else waits here in order instead of polling the file.</summary>
internal sealed class WriteGate(DatabaseProvider provider) : IDisposable
{
    private readonly SemaphoreSlim? semaphore = provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Whether whoever is inside is the database's only writer.</summary>
    public bool IsForOne => semaphore is not null;

    public async ValueTask<IDisposable?> Enter(CancellationToken ct)
    {
        if (semaphore is null)
        {
            return null;
        }

        await semaphore.WaitAsync(ct);
        return new Release(semaphore);
    }

    public void Dispose() => semaphore?.Dispose();

    private sealed class Release(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}

/// <summary>Wakes what reads an outbox when a commit has left something in it, so that nobody waits for the next sweep, and so that nobody looks in vain at
/// every ballot. Safe for concurrent use.</summary>
internal sealed class AfterCommit
{
    private readonly Lock gate = new();
    private ImmutableArray<(Type[] Rows, Action Listener)> listeners = [];

    /// <param name="listener">Called after a commit that added or changed such rows; returns at once.</param>
    /// <param name="rows">The types of the rows it reads.</param>
    public void Subscribe(Action listener, params Type[] rows)
    {
        lock (gate)
        {
            listeners = listeners.Add((rows, listener));
        }
    }

    /// <param name="written">The types of the rows that the commit added or changed.</param>
    public void Happened(IReadOnlySet<Type> written)
    {
        foreach (var (rows, listener) in listeners)
        {
            if (Array.Exists(rows, written.Contains))
            {
                listener();
            }
        }
    }
}
