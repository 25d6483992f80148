using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>The connection of whoever writes again and again for a crowd.</summary>
internal static class WriterConnection
{
    // What SQLite has read stays valid from one transaction to the next as long as nobody else writes. With room for 64 MiB of it a group finds the inner pages of
    // every index it adds to, instead of reading them anew (https://www.sqlite.org/pragma.html#pragma_cache_size, in KiB where negative).
    private const string MuchMemory = "PRAGMA cache_size=-65536";

    /// <summary>Opens the context's connection, which stays open until the context is disposed of.</summary>
    public static async Task KeepOpen(GovernanceDbContext db, CancellationToken ct)
    {
        if (db.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
        {
            return;
        }

        await db.Database.OpenConnectionAsync(ct);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync(MuchMemory, ct);
        }
    }
}
