using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>The write-ahead log beside a SQLite database file (https://www.sqlite.org/wal.html). One caller at a time flushes it, and one beside him copies it.</summary>
internal sealed class WriteAheadLog(string databaseFile) : IDisposable
{
    // https://www.sqlite.org/fileformat2.html#walformat: what begins the file and each frame, and where in them the two salts lie that are others each time the log
    // begins anew.
    private const int FileHeader = 32;
    private const int FileSalts = 16;
    private const int FrameHeader = 24;
    private const int FrameSalts = 8;

    private SqliteConnection? keeper;
    private SafeFileHandle? file;
    private int pageSize;

    /// <summary>Puts everything appended before the call onto the disk.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Flush()
    {
        if (file is null)
        {
            // The last connection to close deletes the log. One that never closes keeps our handle on the file that is written.
            keeper = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Pooling = false }.ToString());
            keeper.Open();
            using var look = keeper.CreateCommand();
            look.CommandText = "SELECT COUNT(*), (SELECT page_size FROM pragma_page_size) FROM sqlite_schema";
            using var seen = look.ExecuteReader();
            seen.Read();
            pageSize = seen.GetInt32(1);

            // Only this file may be opened and closed here: SQLite's locks lie on the others, and POSIX drops them when any handle is closed.
            file = File.OpenHandle(databaseFile + "-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }

        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Whether the log, flushed at least once, holds that many frames since it last began anew; a frame is one page of one commit.</summary>
    /// <param name="frames">From 1.</param>
    /// <param name="run">Since when, as it were: another number after each beginning.</param>
    public bool Holds(int frames, out long run)
    {
        run = SaltsAt(FileSalts);

        // A log that begins anew overwrites its file from the front: what lies behind its end is of an earlier run, or is not there at all.
        return run != 0 && SaltsAt(FileHeader + ((frames - 1L) * (FrameHeader + pageSize)) + FrameSalts) == run;
    }

    /// <summary>Copies into the database file what the log holds, beside whoever reads and writes, and has both on the disk. A log copied to its end begins anew with the
    /// next commit, unless somebody still reads from it.</summary>
    /// <returns>How many frames the log held when the copying began. Not all of them are copied where somebody reads an earlier state, or copies himself.</returns>
    /// <exception cref="SqliteException">The database cannot be read or written.</exception>
    public int Copy()
    {
        using var copy = keeper!.CreateCommand();

        // PASSIVE waits for nobody: https://www.sqlite.org/pragma.html#pragma_wal_checkpoint.
        copy.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        using var done = copy.ExecuteReader();
        done.Read();
        return done.GetInt32(1);
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

    private long SaltsAt(long offset)
    {
        Span<byte> salts = stackalloc byte[sizeof(long)];
        return RandomAccess.Read(file!, salts, offset) == salts.Length ? BinaryPrimitives.ReadInt64BigEndian(salts) : 0;
    }
}
