using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>The write-ahead log beside a SQLite database file (https://www.sqlite.org/wal.html). One caller at a time.</summary>
internal sealed class WriteAheadLog(string databaseFile) : IDurableLog, IDisposable
{
    private SqliteConnection? keeper;
    private SafeFileHandle? file;

    public void Flush()
    {
        if (file is null)
        {
            // The last connection to close deletes the log. One that never closes keeps our handle on the file that is written.
            keeper = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Pooling = false }.ToString());
            keeper.Open();
            using var look = keeper.CreateCommand();
            look.CommandText = "SELECT COUNT(*) FROM sqlite_schema";
            look.ExecuteScalar();

            // Only this file may be opened and closed here: SQLite's locks lie on the others, and POSIX drops them when any handle is closed.
            file = File.OpenHandle(databaseFile + "-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }

        RandomAccess.FlushToDisk(file);
    }

    public void Dispose()
    {
        file?.Dispose();
        keeper?.Dispose();
    }

    /// <summary>The log of the database that a connection string names; null for one in memory, which has none.</summary>
    public static WriteAheadLog? Of(string connection)
    {
        var parts = new SqliteConnectionStringBuilder(connection);
        return parts.Mode == SqliteOpenMode.Memory || parts.DataSource is "" or ":memory:" ? null : new WriteAheadLog(Path.GetFullPath(parts.DataSource));
    }
}
