using System.Globalization;
using Cohesion.Governance.Server.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Win32.SafeHandles;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Persistence;

/// <summary>The write-ahead log is copied into the database file in the background, so that whoever commits need not.</summary>
public sealed class CopiedLogTests : IAsyncDisposable
{
    private const int Length = 40;

    // Frames that making the table and its only row takes. Every commit after that is one frame.
    private const int Table = 3;
    private const string Change = "UPDATE T SET X = X + 1";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cohesion-copied-");
    private readonly string file;
    private readonly WriteGate gate = new(DatabaseProvider.Sqlite);
    private readonly CopiedLog log;
    private readonly Stopped clock = new();
    private readonly SqliteConnection writer;
    private SafeFileHandle? database;
    private int copies;

    public CopiedLogTests()
    {
        file = Path.Combine(folder.FullName, "x.db");
        log = new CopiedLog(WriteAheadLog.Of($"Data Source={file}")!, gate, Length, clock, NullLogger<CopiedLog>.Instance);
        writer = Open();
        Run(writer, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE T(X); INSERT INTO T VALUES (0);");
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await log.DisposeAsync();
        gate.Dispose();
        database?.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_log_that_has_grown_long_is_copied_into_the_database_file()
    {
        await Commit(Length - Table);

        Assert.Equal(Length - Table, CommitsWithoutTheLog());
    }

    [Fact]
    public async Task A_short_log_is_left_alone()
    {
        await Commit(Length - Table - 1);

        Assert.Equal(0, CommitsWithoutTheLog());
    }

    [Fact]
    public async Task A_log_copied_to_its_end_begins_anew_and_so_stays_of_one_size()
    {
        await Commit((22 * Length) - Table + 3);

        Assert.Equal((22 * Length) - Table, CommitsWithoutTheLog());
        Assert.Equal(32 + (Length * (24 + 4096)), new FileInfo(file + "-wal").Length);
    }

    [Fact]
    public async Task Others_write_while_it_is_copied_and_only_its_end_is_copied_while_they_wait()
    {
        using (await gate.Enter(TestContext.Current.CancellationToken))
        {
            for (var i = 0; i <= Length; i++)
            {
                Run(writer, Change);
                log.Flush();
            }

            // We are the writer and have not let go: the better part is there all the same.
            while (CommitsWithoutTheLog() < Length - Table)
            {
                await Task.Yield();
            }

            Assert.False(log.Copied.IsCompleted);
            Run(writer, Change);
            log.Flush();
        }

        await log.Copied;
        Assert.Equal(Length + 2, CommitsWithoutTheLog());
    }

    [Fact]
    public async Task On_a_slow_disk_nobody_waits_for_the_end_until_the_log_is_very_long()
    {
        // Two readings of the clock, so each copying takes a second. The reader keeps the log from beginning anew, as writers do where there are many.
        clock.Step = TimeSpan.FromSeconds(1);
        await using var reader = Open();
        await using var reading = reader.BeginTransaction(deferred: true);
        Assert.Equal(0, Commits(reader, reading));
        using (await gate.Enter(TestContext.Current.CancellationToken))
        {
            for (var i = 0; i < (8 * Length) - Table - 1; i++)
            {
                // We are the writer and do not let go, and yet every copying comes to its end.
                Run(writer, Change);
                log.Flush();
                await log.Copied;
            }

            Run(writer, Change);
            log.Flush();
            Assert.False(log.Copied.IsCompleted);
        }

        await log.Copied;
    }

    [Fact]
    public async Task On_a_slow_disk_the_log_is_copied_all_the_same()
    {
        clock.Step = TimeSpan.FromSeconds(1);

        await Commit(Length - Table);

        Assert.Equal(Length - Table, CommitsWithoutTheLog());
    }

    [Fact]
    public async Task Who_reads_an_earlier_state_goes_on_reading_it_and_holds_nobody_up()
    {
        await Commit(1);
        await using var reader = Open();
        await using var reading = reader.BeginTransaction(deferred: true);
        Assert.Equal(1, Commits(reader, reading));

        await Commit(3 * Length);

        Assert.Equal(1, Commits(reader, reading));
        Assert.Equal((3 * Length) + 1, Commits(writer, null));
        await reading.CommitAsync(TestContext.Current.CancellationToken);
        await Commit(Length);
        Assert.Equal((4 * Length) - Table, CommitsWithoutTheLog());
    }

    [Fact]
    public async Task A_log_that_a_reader_keeps_from_beginning_anew_is_copied_again_only_when_it_has_grown_as_much_again()
    {
        await using var reader = Open();
        await using var reading = reader.BeginTransaction(deferred: true);
        Assert.Equal(0, Commits(reader, reading));
        await Commit(Length - Table);
        var first = log.Copied;

        await Commit(Length - 1);
        Assert.Same(first, log.Copied);

        await Commit(1);
        Assert.NotSame(first, log.Copied);
    }

    private async Task Commit(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using (await gate.Enter(TestContext.Current.CancellationToken))
            {
                Run(writer, Change);
            }

            log.Flush();
            await log.Copied;
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        return connection;
    }

    // What whoever has the database file alone finds in it. The handle stays open: closing one drops SQLite's own locks on the file.
    private int CommitsWithoutTheLog()
    {
        database ??= File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[RandomAccess.GetLength(database)];
        RandomAccess.Read(database, bytes, 0);
        var copy = Path.Combine(folder.FullName, $"copy-{++copies}");
        File.WriteAllBytes(copy, bytes);
        using var alone = new SqliteConnection($"Data Source={copy};Pooling=false");
        alone.Open();
        using var command = alone.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'T'";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 0 ? 0 : Commits(alone, null);
    }

    private static int Commits(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT X FROM T";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    /// <summary>A clock that moves only when it is looked at.</summary>
    private sealed class Stopped : TimeProvider
    {
        private long now;

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now += Step.Ticks;
    }
}
