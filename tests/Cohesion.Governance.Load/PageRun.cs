using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;
using Ballot = Cohesion.Governance.Domain.Votes.Ballot;

namespace Cohesion.Governance.Load;

/// <summary>What it costs to read a vote, small and large: its count as programs get it, its page's data, and one page of its roll.</summary>
internal static class PageRun
{
    private const int Readings = 200;
    private const int Chunk = 5_000;

    /// <param name="small">Ballots of the vote that is the baseline.</param>
    /// <param name="large">Ballots of the other.</param>
    /// <returns>0; anything unanswered ends the run with an exception.</returns>
    public static async Task<int> Run(string folder, int small, int large, CancellationToken ct)
    {
        var few = await Measure(Directory.CreateDirectory(Path.Combine(folder, "small")).FullName, small, ct);
        var many = await Measure(Directory.CreateDirectory(Path.Combine(folder, "large")).FullName, large, ct);
        Print($"reading a vote, median of {Readings}, one caller; processor time of the server a reading");
        Print($"                        {small,10:N0} ballots      {large,10:N0} ballots");
        foreach (var (name, before, after) in few.Zip(many, (a, b) => (a.Name, a, b)))
        {
            Print($"  {name,-20}  {before.Median,8:0.0} ms {before.Work,6:0.0} ms   {after.Median,8:0.0} ms {after.Work,6:0.0} ms   ×{after.Median / before.Median:0.00} and ×{after.Work / before.Work:0.00}   first {before.First:0} and {after.First:0} ms");
        }

        return 0;
    }

    private static async Task<List<Reading>> Measure(string folder, int ballots, CancellationToken ct)
    {
        var electorate = await Electorate.Found(folder, ballots, ct);
        await VoteAll(electorate, ct);
        var (server, address) = await ServerProcess.Start(folder, ct);
        using (server)
        {
            using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", electorate.Voters[0].Token);
            List<Reading> readings = [];
            foreach (var (name, path) in new[] { ("count", "count"), ("tally", "tally"), ("page of the vote", string.Empty), ("page of the roll", "roll?page=3") })
            {
                readings.Add(await Read(server, client, name, $"api/votes/{electorate.VoteId:D}/{path}".TrimEnd('/'), ct));
            }

            return readings;
        }
    }

    private static async Task<Reading> Read(ServerProcess server, HttpClient client, string name, string path, CancellationToken ct)
    {
        var first = await Time(client, path, ct);
        for (var i = 0; i < Readings; i++)
        {
            await Time(client, path, ct);
        }

        var times = new List<double>();
        var work = server.ProcessorTime;
        for (var i = 0; i < Readings; i++)
        {
            times.Add(await Time(client, path, ct));
        }

        work = server.ProcessorTime - work;
        times.Sort();
        return new Reading(name, first, times[times.Count / 2], work.TotalMilliseconds / Readings);
    }

    private static async Task<double> Time(HttpClient client, string path, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), ct);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(ct);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Puts a ballot of every seat into the tables: casting a million takes half an hour, and how they came there does not matter here.</summary>
    private static async Task VoteAll(Electorate electorate, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var some in electorate.Voters.Chunk(Chunk))
        {
            await using var db = new SqliteGovernanceDbContext(
                new DbContextOptionsBuilder<SqliteGovernanceDbContext>().UseSqlite($"Data Source={Path.Combine(electorate.Folder, "load.db")};Pooling=False").Options);
            foreach (var voter in some)
            {
                var choice = BallotCaller.ChoiceOf(voter);
                var receipt = ReceiptCode.Create();
                db.Ballots.Add(new Ballot
                {
                    VoteId = electorate.VoteId, SeatId = voter.SeatId, Choice = choice, Channel = BallotChannel.Online, CastByPersonId = voter.PersonId, CastAt = now, TakenAt = now,
                    Receipt = receipt,
                });
                db.BallotRecords.Add(new BallotRecord
                {
                    Id = Guid.CreateVersion7(now), VoteId = electorate.VoteId, SeatId = voter.SeatId, Choice = choice, Channel = BallotChannel.Online, CastByPersonId = voter.PersonId,
                    CastAt = now, TakenAt = now, Receipt = receipt,
                });
            }

            await db.SaveChangesAsync(ct);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <param name="First">Milliseconds of the first reading after the server's start.</param>
    /// <param name="Median">Milliseconds.</param>
    /// <param name="Work">Milliseconds of processor time.</param>
    private sealed record Reading(string Name, double First, double Median, double Work);
}
