using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Access;

/// <summary>What people are, read from the database for all who ask while a reading is under way: every request asks, and in a storm of them most of the work would be
/// asking one by one. A reading begins after the question came, so whatever was committed before the question is in the answer. Safe for concurrent use.</summary>
internal sealed class HoldingsReader(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Most people in one reading: databases limit the parameters of a statement.</summary>
    private const int Most = 256;

    private readonly Lock gate = new();
    private readonly Queue<(Guid Person, TaskCompletionSource<IReadOnlyList<HeldOffice>> Told)> waiting = [];
    private bool reading;

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
        await Held(db, [person]).Select(h => new HeldOffice(h.PersonId, h.Office, h.CouncilId, h.StreetId, h.SeatId)).ToListAsync(ct);

    private IQueryable<OfficeHolding> Held(GovernanceDbContext db, List<Guid> people)
    {
        var now = clock.GetUtcNow();
        return db.OfficeHoldings.Where(h => people.Contains(h.PersonId) && h.Since <= now && (h.Until == null || h.Until > now));
    }

    private async Task ReadAll()
    {
        while (true)
        {
            var group = new List<(Guid Person, TaskCompletionSource<IReadOnlyList<HeldOffice>> Told)>();
            lock (gate)
            {
                while (group.Count < Most && waiting.TryDequeue(out var one))
                {
                    group.Add(one);
                }

                if (group.Count == 0)
                {
                    reading = false;
                    return;
                }
            }

            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
                var held = (await Held(db, [.. group.Select(g => g.Person).Distinct()])
                    .Select(h => new HeldOffice(h.PersonId, h.Office, h.CouncilId, h.StreetId, h.SeatId))
                    .ToListAsync()).ToLookup(h => h.PersonId);
                group.ForEach(g => g.Told.SetResult([.. held[g.Person]]));
            }
            catch (Exception fault)
            {
                // Theirs to report: none of them was let in.
                group.ForEach(g => g.Told.TrySetException(fault));
            }
        }
    }
}

/// <summary>An office somebody holds.</summary>
internal sealed record HeldOffice(Guid PersonId, Office Office, Guid? CouncilId, Guid? StreetId, Guid? SeatId);
