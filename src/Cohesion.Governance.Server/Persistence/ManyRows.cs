using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Saves what a command leaves by the thousand, inside its transaction, and lets go of it: a command that leaves a million rows needs the memory of one that
/// leaves some thousands. Their digests go into the council's journal with the command's entry as always.</summary>
internal sealed class ManyRows(GovernanceDbContext db, CurrentMember member)
{
    /// <summary>Rows saved at once; as many as one piece of the journal has lines.</summary>
    public const int AtOnce = PouredRows.PieceSize;

    /// <summary>Adds rows. The last of them, and all of a few, are saved with whatever else the command does.</summary>
    public async Task Add<T>(IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        foreach (var some in rows.Chunk(AtOnce))
        {
            db.AddRange(some);
            if (some.Length == AtOnce)
            {
                await Save(ct);
                LetGo(some);
            }
        }
    }

    /// <summary>Changes rows past the change tracker.</summary>
    /// <param name="ids">By what they are found.</param>
    /// <param name="rowsOf">The rows with some of those ids; the same before and after the change.</param>
    /// <param name="set">The change.</param>
    /// <param name="ct">Cancels the work.</param>
    public async Task Change<T>(IEnumerable<Guid> ids, Func<IReadOnlyCollection<Guid>, IQueryable<T>> rowsOf, Action<UpdateSettersBuilder<T>> set, CancellationToken ct)
        where T : class
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            await rowsOf(some).ExecuteUpdateAsync(set, ct);
            await db.Ledger.CollectChanged(db, typeof(T), rowsOf(some), ct);
            if (some.Length == AtOnce)
            {
                await Save(ct);
            }
        }
    }

    private async Task Save(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        LetGo([.. db.JournalRows.Local]);
        if (member.CouncilId is { } council)
        {
            db.Ledger.Pour(db, await db.JournalHeads.FindAsync([council], ct) ?? new JournalHead { CouncilId = council, Hash = JournalEntry.Genesis });
        }
    }

    private void LetGo(IEnumerable<object> saved)
    {
        foreach (var row in saved)
        {
            db.Entry(row).State = EntityState.Detached;
        }
    }
}
