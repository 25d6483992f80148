using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Journal.VerifyJournal;

/// <summary>One reading of a council's journal from its first entry to its end: the chain, the seals, and the last digest of every row.</summary>
internal sealed class ChainReading(GovernanceDbContext db, JournalKeys keys, Guid councilId, NotedSeal? noted)
{
    private ILookup<long, JournalSeal> seals = Array.Empty<JournalSeal>().ToLookup(s => s.Sequence);
    private long expected = 1;

    public NotedSeal? Noted => noted;

    public JournalledRows Rows { get; } = new();

    public List<JournalFinding> Findings { get; } = [];

    public long Entries { get; private set; }

    public long? FirstBroken { get; private set; }

    public string LastHash { get; private set; } = JournalEntry.Genesis;

    public int Seals { get; private set; }

    public long SealedUpTo { get; private set; }

    public DateTimeOffset? OldestUnsealed { get; private set; }

    public async Task Run(CancellationToken ct)
    {
        // The head first: entries written while this reads come after it and are left for the next time.
        var head = await db.JournalHeads.AsNoTracking().SingleOrDefaultAsync(h => h.CouncilId == councilId, ct);
        var last = head?.Sequence ?? 0;
        await ReadSeals(ct);
        // A line a piece of an entry's row digests, and one for an entry without: a command that left a million rows has two hundred of them, too many to hold at once.
        var lines = db.Journal.AsNoTracking().Where(e => e.CouncilId == councilId && e.Sequence <= last)
            .LeftJoin(
                db.JournalRows, e => new { e.CouncilId, e.Sequence }, r => new { r.CouncilId, r.Sequence },
                (e, r) => new { Entry = e, Piece = (int?)r!.Piece, Text = (string?)r.Text })
            .OrderBy(l => l.Entry.Sequence).ThenBy(l => l.Piece);
        JournalEntry? entry = null;
        using var digests = new JournalRowsHash();
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry is not null && entry.Sequence != line.Entry.Sequence)
            {
                ReadEntry(entry, digests.Take());
            }

            entry = line.Entry;
            if (line.Text is { } text)
            {
                digests.Add(text);
                Rows.Add(JournalRows.Read(text), entry);
            }
        }

        if (entry is not null)
        {
            ReadEntry(entry, digests.Take());
        }

        if (expected != last + 1 || (head is not null && head.Hash != LastHash))
        {
            Break(expected);
        }

        foreach (var seal in seals.Where(s => s.Key >= expected).SelectMany(s => s))
        {
            Rewritten(seal.Day, seal.Sequence);
        }

        if (noted is not null && (noted.CouncilId != councilId || noted.Sequence >= expected))
        {
            Rewritten(noted.Day, noted.Sequence);
        }
    }

    private async Task ReadSeals(CancellationToken ct)
    {
        var all = await db.JournalSeals.AsNoTracking().Where(s => s.CouncilId == councilId).OrderBy(s => s.Sequence).ToListAsync(ct);
        foreach (var forged in all.Where(s => keys.Find(s.KeyId) is not { } key || !s.IsSignedBy(key)))
        {
            Findings.Add(new(TamperKind.SealForged, null, forged.Day, new(
                $"The seal of {forged.Day} does not have a signature of this server.", $"{forged.Day} 的封存没有本服务器的有效签名。")));
        }

        seals = all.ToLookup(s => s.Sequence);
        Seals = all.Count - Findings.Count;
        SealedUpTo = Findings.Count == 0 && all.Count > 0 ? all[^1].Sequence : 0;
    }

    private void ReadEntry(JournalEntry entry, string? rowsHash)
    {
        Entries++;
        if (entry.Sequence != expected || entry.PreviousHash != LastHash || entry.ComputeHash() != entry.Hash)
        {
            Break(expected);
        }

        if (rowsHash != entry.RowsHash)
        {
            Findings.Add(new(TamperKind.RowsBroken, null, $"{entry.Sequence}", new(
                $"The row digests of entry {entry.Sequence} were changed or taken away.", $"第 {entry.Sequence} 条日志的数据摘要被改动或删除。")));
        }

        (expected, LastHash) = (entry.Sequence + 1, entry.Hash);
        CheckSeals(entry.Sequence, entry.Hash);
        if (entry.Sequence > SealedUpTo)
        {
            OldestUnsealed ??= entry.At;
        }
    }

    private void CheckSeals(long sequence, string hash)
    {
        foreach (var seal in seals[sequence].Where(s => s.Hash != hash))
        {
            Rewritten(seal.Day, sequence);
        }

        if (noted?.Sequence == sequence && noted.Hash != hash)
        {
            Rewritten(noted.Day, sequence);
        }
    }

    private void Break(long sequence)
    {
        FirstBroken ??= sequence;
        Findings.Add(new(TamperKind.EntryBroken, null, $"{sequence}", new(
            $"Entry {sequence} of the journal was changed, added or taken away.", $"第 {sequence} 条日志被改动、添加或删除。")));
    }

    private void Rewritten(string day, long sequence) => Findings.Add(new(TamperKind.Rewritten, null, day, new(
        $"The journal is not the one that was sealed for {day} at entry {sequence}: it was rewritten.", $"日志与 {day} 在第 {sequence} 条处的封存不符：日志被改写过。")));
}
