using System.Diagnostics.CodeAnalysis;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Access;

/// <summary>What people are, read from the database for all who ask while a reading is under way: every request asks, and in a storm of them most of the work would be
/// asking one by one. A reading begins after the question came, so whatever was committed before the question is in the answer. Safe for concurrent use.</summary>
internal sealed class HoldingsReader(IServiceScopeFactory scopes, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Most people in one reading: databases limit the parameters of a statement.</summary>
    private const int Most = 256;

    private static readonly CompiledQuery<Func<GovernanceDbContext, List<Guid>, DateTimeOffset, IAsyncEnumerable<HeldOffice>>> Held =
        new(() => EF.CompileAsyncQuery((GovernanceDbContext db, List<Guid> people, DateTimeOffset now) => db.OfficeHoldings
            .Where(h => people.Contains(h.PersonId) && h.Since <= now && (h.Until == null || h.Until > now))
            .Select(h => new HeldOffice(h.PersonId, h.Office, h.CouncilId, h.StreetId, h.SeatId))));

    private readonly Lock gate = new();
    private readonly Queue<(Guid Person, TaskCompletionSource<IReadOnlyList<HeldOffice>> Told)> waiting = [];
    private bool reading;

    // The context of the readings, on an open connection from one to the next. Only the one reading under way touches it.
    private AsyncServiceScope? kept;
    private bool isDisposed;

    /// <summary>The offices the person holds now, of every council, street and of the whole server.</summary>
    public Task<IReadOnlyList<HeldOffice>> Of(Guid person)
    {
        var told = new TaskCompletionSource<IReadOnlyList<HeldOffice>>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue((person, told));
            if (!reading)
            {
                reading = true;
                _ = Task.Run(ReadAll);
            }
        }

        return told.Task;
    }

    /// <summary>The same for one who asks inside a transaction, which must see what it has changed itself.</summary>
    public async Task<IReadOnlyList<HeldOffice>> Of(GovernanceDbContext db, Guid person, CancellationToken ct) =>
        await Held.For(db)(db, [person], clock.GetUtcNow()).ToListAsync(ct);

    public async ValueTask DisposeAsync()
    {
        AsyncServiceScope? left = null;
        lock (gate)
        {
            isDisposed = true;
            if (!reading)
            {
                (left, kept) = (kept, null);
            }
        }

        if (left is { } scope)
        {
            await scope.DisposeAsync();
        }
    }

    private async Task ReadAll()
    {
        while (true)
        {
            // Whoever is on his way to us this very moment comes along.
            await Task.Yield();
            var group = new List<(Guid Person, TaskCompletionSource<IReadOnlyList<HeldOffice>> Told)>();
            AsyncServiceScope? left = null;
            lock (gate)
            {
                while (group.Count < Most && waiting.TryDequeue(out var one))
                {
                    group.Add(one);
                }

                if (group.Count == 0)
                {
                    reading = false;
                    if (!isDisposed)
                    {
                        return;
                    }

                    (left, kept) = (kept, null);
                }
            }

            if (group.Count == 0)
            {
                await Let(left);
                return;
            }

            await Tell(group);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Theirs to report: none of them was let in.")]
    private async Task Tell(List<(Guid Person, TaskCompletionSource<IReadOnlyList<HeldOffice>> Told)> group)
    {
        try
        {
            List<Guid> people = [.. group.Select(g => g.Person).Distinct()];
            var held = (await Read(people)).ToLookup(h => h.PersonId);
            group.ForEach(g => g.Told.SetResult([.. held[g.Person]]));
        }
        catch (Exception fault)
        {
            group.ForEach(g => g.Told.TrySetException(fault));
        }
    }

    private async Task<List<HeldOffice>> Read(List<Guid> people)
    {
        // A connection that was kept may have been cut off meanwhile; one opened for this reading has not.
        for (var wasKept = kept is not null; ; wasKept = false)
        {
            kept ??= scopes.CreateAsyncScope();
            try
            {
                var db = kept.Value.ServiceProvider.GetRequiredService<GovernanceDbContext>();
                if (!wasKept)
                {
                    await db.Database.OpenConnectionAsync();
                }

                return await Held.For(db)(db, people, clock.GetUtcNow()).ToListAsync();
            }
            catch (Exception) when (wasKept)
            {
                await Discard();
            }
            catch
            {
                await Discard();
                throw;
            }
        }
    }

    private async Task Discard()
    {
        var left = kept;
        kept = null;
        await Let(left);
    }

    private static ValueTask Let(AsyncServiceScope? scope) => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>An office somebody holds.</summary>
internal sealed record HeldOffice(Guid PersonId, Office Office, Guid? CouncilId, Guid? StreetId, Guid? SeatId);
