using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Journal.VerifyJournal;

/// <summary>One reading of all rows of a council's record against what the journal knows of them.</summary>
internal sealed class RowReading(GovernanceDbContext db, Guid councilId)
{
    public List<JournalFinding> Findings { get; } = [];

    public long Count { get; private set; }

    public async Task Run(JournalledRows known, CancellationToken ct)
    {
        var names = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var table in RecordTables.All)
        {
            var shape = RowShape.Of(db.Model.FindEntityType(table.Row)!);
            names[shape.Table] = table.Name;
            await foreach (var row in table.RowsOf(db, councilId).AsAsyncEnumerable().WithCancellation(ct))
            {
                Count++;
                var digest = shape.DigestOf(row);
                var last = known.Find(digest.Table, digest.Key);
                if (last?.Digest is not { } bound)
                {
                    Found(TamperKind.RowAdded, digest.Table, digest.Key, table.Name, "was added", "是", "添加的", last);
                }
                else if (bound != RowHash.Of(digest.Digest!))
                {
                    Found(TamperKind.RowAltered, digest.Table, digest.Key, table.Name, "was altered", "被", "改动", last);
                }
            }
        }

        foreach (var (table, key, last) in known.Missing())
        {
            Found(TamperKind.RowRemoved, table, key, names.GetValueOrDefault(table) ?? LocalText.Same(table), "was removed", "被", "删除", last);
        }
    }

    private void Found(TamperKind kind, string table, string key, LocalText name, string did, string particle, string didInChinese, JournalledRow? last)
    {
        var (before, beforeInChinese) = last is { } known
            ? ($" The last command to write it was entry {known.Sequence} ({RequestCatalogue.Title(known.Command).En}).",
                $"最后写入它的是第 {known.Sequence} 条日志（{RequestCatalogue.Title(known.Command).Zh}）。")
            : (" No command ever wrote it.", "没有任何操作写入过它。");
        Findings.Add(new(kind, table, key, new(
            $"A {name.En} (table {table}, key {key}) {did} behind the server's back.{before}",
            $"{name.Zh}（表 {table}，键 {key}）{particle}绕过系统{didInChinese}。{beforeInChinese}")));
    }
}
