using Cohesion.Governance.Load;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Faults;

/// <summary>The real server, as a process of its own, is killed as <c>kill -9</c> does while ballots come in over HTTP. The long form is the program
/// <c>tests/Cohesion.Governance.Load</c>.</summary>
public sealed class KilledWhileCastingTests
{
    private const int Kills = 1;

    private const int Seats = 60;

    private const int Callers = 16;

    [Fact(Timeout = 240_000)]
    public async Task Every_acknowledged_ballot_is_there_exactly_once_after_the_server_was_killed_while_it_took_them()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("cohesion-killed-").FullName;
        var electorate = await Electorate.Found(folder, Seats, stop);
        var report = await new KillRun(electorate, Kills, Callers, seed: 7).Run(TestContext.Current.TestOutputHelper!.WriteLine, stop);

        Assert.Empty(report.Findings);
        Assert.Equal(Kills, report.Kills);
        Assert.InRange(report.Acknowledged, 1, Seats - 1);

        await The_search_misses_nothing(electorate, stop);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    // A search that finds nothing wrong must be one that would: a ballot is taken away behind the server's back.
    private static async Task The_search_misses_nothing(Electorate electorate, CancellationToken stop)
    {
        await using var db = new SqliteGovernanceDbContext(new DbContextOptionsBuilder<SqliteGovernanceDbContext>()
            .UseSqlite($"Data Source={Path.Combine(electorate.Folder, "load.db")};Pooling=False").Options);
        var seat = electorate.Voters[0].SeatId;
        var receipts = await db.BallotRecords.AsNoTracking().ToDictionaryAsync(
            r => electorate.Voters.Single(v => v.SeatId == r.SeatId), r => new BallotReceipt(r.Receipt, r.CastAt, BallotEffect.First), stop);
        await db.Ballots.Where(b => b.SeatId == seat).ExecuteDeleteAsync(stop);

        var search = await BallotSearch.Look(electorate, receipts, new Dictionary<Voter, DateTimeOffset>(), stop);

        Assert.Contains(search.Findings, f => f.Contains($"seat {seat} has 0 valid ballots", StringComparison.Ordinal));
        Assert.Contains(search.Findings, f => f.Contains("The journal does not verify", StringComparison.Ordinal));
    }
}
