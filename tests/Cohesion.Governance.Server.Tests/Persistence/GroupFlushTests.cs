using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Persistence;

/// <summary>Nobody is answered before what he did is on the disk, and many share one flush.</summary>
public sealed class GroupFlushTests
{
    [Fact]
    public async Task Nobody_is_answered_before_the_disk_has_it_and_the_next_writer_does_not_wait()
    {
        var disk = new SlowDisk();
        await using var app = new GovernanceApp { Replacing = services => services.Replace(ServiceDescriptor.Singleton<IDurableLog>(disk)) };
        var town = await Town.Found(app);
        disk.Stop();

        var first = Task.Run(() => app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full")));
        await disk.Reached;
        var second = Task.Run(() => app.Send(town.TenantB, new RaiseNeedCommand(town.CouncilId, "No freight lift")));
        await Until(() => app.Db(async db => await db.Needs.CountAsync() == 2));

        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        disk.GoOn();
        Assert.True((await first).IsGranted);
        Assert.True((await second).IsGranted);
    }

    [Fact]
    public async Task Whatever_is_committed_during_a_flush_shares_the_next_one()
    {
        var disk = new SlowDisk();
        var flush = new GroupFlush(disk);
        disk.Stop();
        var first = flush.Flush();
        await disk.Reached;

        var others = Enumerable.Range(0, 50).Select(_ => flush.Flush()).ToList();
        disk.GoOn();
        await first;
        await Task.WhenAll(others);

        Assert.Equal(2, disk.Flushes);
    }

    [Fact]
    public async Task What_the_disk_refuses_is_not_acknowledged_and_the_next_is_tried_afresh()
    {
        var disk = new SlowDisk();
        await using var app = new GovernanceApp { Replacing = services => services.Replace(ServiceDescriptor.Singleton<IDurableLog>(disk)) };
        var town = await Town.Found(app);

        disk.Refuses = true;
        await Assert.ThrowsAsync<IOException>(() => app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full")));
        disk.Refuses = false;
        Assert.True((await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "No freight lift"))).IsGranted);
    }

    [Fact]
    public async Task A_refusal_does_not_wait_for_the_disk()
    {
        var disk = new SlowDisk();
        await using var app = new GovernanceApp { Replacing = services => services.Replace(ServiceDescriptor.Singleton<IDurableLog>(disk)) };
        var town = await Town.Found(app);
        disk.Stop();

        Assert.NotNull((await app.Send(town.Outsider, new RaiseNeedCommand(town.CouncilId, "Let me in"))).Refusal);
        disk.GoOn();
    }

    [Fact]
    public void The_log_that_is_flushed_stays_the_one_that_is_written()
    {
        var folder = Directory.CreateTempSubdirectory("cohesion-log-");
        var file = Path.Combine(folder.FullName, "x.db");
        Write(file, "PRAGMA journal_mode=WAL; CREATE TABLE T(X); INSERT INTO T VALUES (1);");
        using (var log = WriteAheadLog.Of($"Data Source={file}")!)
        {
            using var open = new SqliteConnection($"Data Source={file};Pooling=false");
            open.Open();
            log.Flush();

            // The last connection but the log's own closes: SQLite would now delete the file we hold.
            open.Close();
            Write(file, "INSERT INTO T VALUES (2);");
            Assert.True(new FileInfo(file + "-wal").Length > 0);
            log.Flush();
        }

        Assert.False(File.Exists(file + "-wal"));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory;Cache=Shared")]
    public void A_database_in_memory_has_nothing_to_flush(string connection) => Assert.Null(WriteAheadLog.Of(connection));

    private static void Write(string file, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Yield();
        }
    }

    /// <summary>A disk that stands still when it is told to.</summary>
    private sealed class SlowDisk : IDurableLog
    {
        private TaskCompletionSource? shut;
        private TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int flushes;

        public int Flushes => flushes;

        public bool Refuses { get; set; }

        /// <summary>Completes when a flush has begun since <see cref="Stop"/>.</summary>
        public Task Reached => reached.Task;

        public void Stop()
        {
            reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            shut = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        public void GoOn() => shut?.SetResult();

        public void Flush()
        {
            Interlocked.Increment(ref flushes);
            reached.TrySetResult();
            if (Refuses)
            {
                throw new IOException("The disk is full.");
            }

            shut?.Task.GetAwaiter().GetResult();
        }
    }
}
