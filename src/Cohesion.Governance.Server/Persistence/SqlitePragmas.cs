using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Sets each SQLite connection to a write-ahead log, which <see cref="GroupFlush"/> puts onto the disk before anybody is answered, and to
/// keeping foreign keys. Once for each connection of the pool: it stays as it was set.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // Pages of the file are read where the system keeps them anyway, up to 1 GiB of them. The log is copied into the file in the background (CopiedLog); whoever commits
    // has to do it only where that falls very far behind, and in programs that have no background. What a crowd made it longer than 64 MiB is given back.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA mmap_size=1073741824; PRAGMA wal_autocheckpoint=256000; PRAGMA journal_size_limit=67108864;";

    private static readonly object Known = new();

    private readonly ConditionalWeakTable<object, object> set = [];

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsNew(connection))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsNew(connection))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private bool IsNew(DbConnection connection) => ((SqliteConnection)connection).Handle is { } handle && set.TryAdd(handle, Known);
}
