using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>Towns are founded by writing rows, not by commands; this has the journal know them, so that only what a test does afterwards is behind its back.</summary>
internal static class Adoption
{
    public static Task Adopt(this GovernanceApp app, Guid councilId) => app.Db(async db =>
    {
        var head = await db.JournalHeads.SingleOrDefaultAsync(h => h.CouncilId == councilId)
            ?? db.JournalHeads.Add(new JournalHead { CouncilId = councilId, Hash = JournalEntry.Genesis }).Entity;
        foreach (var table in RecordTables.All)
        {
            await db.Ledger.CollectChanged(db, table.Row, table.RowsOf(db, councilId), CancellationToken.None);
        }

        db.Ledger.Announce(new JournalDraft(head, app.Clock.GetUtcNow(), null, "Adopt", councilId, "{}"));
    });
}
