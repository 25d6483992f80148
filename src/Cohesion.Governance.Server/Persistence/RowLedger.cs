using Cohesion.Governance.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>What the present command does to the rows of the record, gathered until it is written into the command's journal entry.</summary>
internal sealed class RowLedger
{
    private readonly Dictionary<(string Table, string Key), RowDigest> rows = [];
    private readonly List<JournalDraft> drafts = [];
    private PouredRows? poured;

    // Rows whose digests a draft has already.
    private readonly HashSet<object> digested = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes the digests of all rows about to be saved; the context calls it before each save.</summary>
    public void Collect(GovernanceDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)
                || RecordTables.Find(entry.Metadata.ClrType) is null || digested.Contains(entry.Entity))
            {
                continue;
            }

            var shape = RowShape.Of(entry.Metadata);
            Take(entry.State == EntityState.Deleted ? shape.Deleted(entry.Entity) : shape.DigestOf(entry.Entity));
        }
    }

    /// <summary>The digest of a row as it is at this moment, for one command of several that are saved together; the save leaves it out of what it gathers.</summary>
    public RowDigest DigestNow(GovernanceDbContext db, object row)
    {
        digested.Add(row);
        return RowShape.Of(db.Model.FindEntityType(row.GetType())!).DigestOf(row);
    }

    /// <summary>Takes the digests of rows that a statement changed past the change tracker, as they are now.</summary>
    public async Task CollectChanged(GovernanceDbContext db, Type table, IQueryable<object> changed, CancellationToken ct)
    {
        var shape = RowShape.Of(db.Model.FindEntityType(table)!);
        await foreach (var row in changed.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            Take(shape.DigestOf(row));
        }
    }

    /// <summary>Puts what was gathered so far into the context as pieces of the journal's next entry, so that it need not be kept until that is written.</summary>
    public void Pour(GovernanceDbContext db, Pipeline.JournalHead head)
    {
        poured ??= PouredRows.After(head);
        poured.Add(db, rows.Values);
        rows.Clear();
    }

    /// <summary>The next save writes this entry, with what was gathered by then.</summary>
    public void Announce(JournalDraft draft) => drafts.Add(draft);

    /// <summary>Writes the entries announced. What was gathered goes with the last of them; an entry that brings rows of its own has those alone.</summary>
    public void WriteTo(GovernanceDbContext db)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Rows is { } own)
            {
                // One command of many, whose rows are few and changed by nobody any more.
                var text = own.Count > 0 ? JournalRows.TextOf(own) : null;
                var entry = Next(db, draft, text is null ? null : JournalRows.HashOf(text));
                db.Inserts.Add(entry);
                if (text is not null)
                {
                    db.Inserts.Add(new JournalRows { CouncilId = entry.CouncilId, Sequence = entry.Sequence, Text = text });
                }

                continue;
            }

            var gathers = i == drafts.Count - 1;
            using var pieces = (gathers ? poured : null) ?? PouredRows.After(draft.Head);
            if (!pieces.Follow(draft.Head))
            {
                throw new InvalidOperationException("Rows were poured out for another entry of the journal than the one that was written next.");
            }

            pieces.Add(db, gathers ? rows.Values : []);
            db.Journal.Add(Next(db, draft, pieces.Hash));
        }

        if (drafts.Count > 0)
        {
            Forget();
        }
    }

    // The entry after the present end of its journal, which it becomes.
    private static JournalEntry Next(GovernanceDbContext db, JournalDraft draft, string? rowsHash)
    {
        var head = draft.Head;
        var entry = JournalEntry.Create(
            head.CouncilId, head.Sequence + 1, draft.At, draft.PersonId, draft.Command, draft.SubjectId, draft.Content, rowsHash, head.Hash);
        var row = db.Entry(head);
        row.Property(h => h.Sequence).CurrentValue = entry.Sequence;
        row.Property(h => h.Hash).CurrentValue = entry.Hash;
        return entry;
    }

    /// <summary>Nothing was done: the work is thrown away or begun again.</summary>
    public void Forget()
    {
        drafts.Clear();
        rows.Clear();
        digested.Clear();
        poured?.Dispose();
        poured = null;
    }

    /// <summary>Takes the digest of a row as it is now.</summary>
    public void Take(RowDigest digest) => rows[(digest.Table, digest.Key)] = digest;
}

/// <summary>A journal entry that waits for the rows its command leaves.</summary>
/// <param name="Rows">The rows it leaves, where several commands are saved together; null: whatever the save gathers.</param>
internal sealed record JournalDraft(
    Pipeline.JournalHead Head, DateTimeOffset At, Guid? PersonId, string Command, Guid SubjectId, string Content, IReadOnlyCollection<RowDigest>? Rows = null);
