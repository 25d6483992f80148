using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Ballot = Cohesion.Governance.Domain.Votes.Ballot;

namespace Cohesion.Governance.Load;

/// <summary>What it costs to read a vote, small and large: its count as programs get it, its page's data, and one page of its roll.</summary>
internal static class PageRun
{
    private const int Readings = 200;

    private static readonly (string Name, string Path)[] Pages = [("count", "count"), ("tally", "tally"), ("page of the vote", string.Empty), ("page of the roll", "roll?page=3")];

    /// <param name="folder">Where the databases lie.</param>
    /// <param name="small">Ballots of the vote that is the baseline.</param>
    /// <param name="large">Ballots of the other.</param>
    /// <param name="toTheEnd">Whether the large vote is counted afterwards and its journal verified.</param>
    /// <param name="ct">Cancels the run.</param>
    /// <returns>0; 1 where the journal does not verify; anything unanswered ends the run with an exception.</returns>
    public static async Task<int> Run(string folder, int small, int large, bool toTheEnd, CancellationToken ct)
    {
        var few = await SetUp(Directory.CreateDirectory(Path.Combine(folder, "small")).FullName, small, ct);
        var many = await SetUp(Directory.CreateDirectory(Path.Combine(folder, "large")).FullName, large, ct);
        using (var one = await Reader.Of(few, ct))
        using (var other = await Reader.Of(many, ct))
        {
            Print($"reading a vote, median of {Readings} readings of each in turn, one caller; processor time of the server a reading");
            Print($"                        {small,10:N0} ballots      {large,10:N0} ballots");
            foreach (var (name, path) in Pages)
            {
                var (before, after) = await InTurn(one, other, path, ct);
                Print($"  {name,-20}  {before.Median,8:0.0} ms {before.Work,6:0.0} ms   {after.Median,8:0.0} ms {after.Work,6:0.0} ms   ×{after.Median / before.Median:0.00} and ×{after.Work / before.Work:0.00}   first {before.First:0} and {after.First:0} ms   memory {one.Memory} and {other.Memory}");
            }
        }

        return toTheEnd ? await End(many, ct) : 0;
    }

    private static async Task<int> End(Electorate electorate, CancellationToken ct)
    {
        await electorate.Count(Console.WriteLine, ct);
        var start = Stopwatch.GetTimestamp();
        var (exit, said) = await ServerProcess.Run(electorate.Folder, ct, "journal", "verify");
        Print($"  journal verify: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, exit code {exit}");
        Console.WriteLine(said);
        return exit;
    }

    private static async Task<Electorate> SetUp(string folder, int ballots, CancellationToken ct)
    {
        Print($"setting up {ballots:N0} seats and ballots");
        var electorate = await Electorate.Found(folder, ballots, ct, signedIn: 1, Console.WriteLine);
        await VoteAll(electorate, ct);
        return electorate;
    }

    /// <summary>Reads the same of both in turn, so that whatever else the machine does slows both alike.</summary>
    private static async Task<(Reading One, Reading Other)> InTurn(Reader one, Reader other, string path, CancellationToken ct)
    {
        Reader[] both = [one, other];
        var first = new double[2];
        var work = new TimeSpan[2];
        List<double>[] times = [[], []];
        for (var i = 0; i < 2; i++)
        {
            first[i] = await both[i].Time(path, ct);
        }

        for (var round = 0; round < 2 * Readings; round++)
        {
            for (var i = 0; i < 2; i++)
            {
                if (round == Readings)
                {
                    work[i] = both[i].ProcessorTime;
                }

                var time = await both[i].Time(path, ct);
                if (round >= Readings)
                {
                    times[i].Add(time);
                }
            }
        }

        Reading Of(int i)
        {
            times[i].Sort();
            return new Reading(first[i], times[i][Readings / 2], (both[i].ProcessorTime - work[i]).TotalMilliseconds / Readings);
        }

        return (Of(0), Of(1));
    }

    /// <summary>Puts a ballot of every seat into the tables: casting a million takes half an hour, and how they came there does not matter here.</summary>
    private static async Task VoteAll(Electorate electorate, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var rows = await TableFiller.Begin(electorate.Folder, electorate.CouncilId, ct);
        foreach (var voter in electorate.Voters)
        {
            var choice = BallotCaller.ChoiceOf(voter);
            var receipt = ReceiptCode.Create();
            await rows.Add(
                new Ballot
                {
                    VoteId = electorate.VoteId, SeatId = voter.SeatId, Choice = choice, Channel = BallotChannel.Online, CastByPersonId = voter.PersonId, CastAt = now, TakenAt = now,
                    Receipt = receipt,
                },
                ct);
            await rows.Add(
                new BallotRecord
                {
                    Id = Guid.CreateVersion7(now), VoteId = electorate.VoteId, SeatId = voter.SeatId, Choice = choice, Channel = BallotChannel.Online, CastByPersonId = voter.PersonId,
                    CastAt = now, TakenAt = now, Receipt = receipt,
                },
                ct);
        }

        await rows.Commit("CastBallot", electorate.VoteId, ct);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <param name="First">Milliseconds of the first reading after the server's start.</param>
    /// <param name="Median">Milliseconds.</param>
    /// <param name="Work">Milliseconds of processor time.</param>
    private sealed record Reading(double First, double Median, double Work);

    /// <summary>Somebody signed in who reads a vote of a server.</summary>
    private sealed class Reader : IDisposable
    {
        private readonly ServerProcess server;
        private readonly HttpClient client;

        private Reader(ServerProcess server, HttpClient client) => (this.server, this.client) = (server, client);

        public TimeSpan ProcessorTime => server.ProcessorTime;

        public string Memory => string.Create(CultureInfo.InvariantCulture, $"{server.Memory / 1e6:N0} MB (at most {server.MemoryAtMost / 1e6:N0} MB by then)");

        public static async Task<Reader> Of(Electorate electorate, CancellationToken ct)
        {
            var (server, address) = await ServerProcess.Start(electorate.Folder, ct);
            var http = new HttpClient { BaseAddress = new Uri(address, $"api/votes/{electorate.VoteId:D}/"), Timeout = TimeSpan.FromMinutes(10) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", electorate.Voters[0].Token);
            var reader = new Reader(server, http);
            Print($"  the server of {electorate.Voters.Count:N0}: {reader.Memory} when it listens");
            return reader;
        }

        public async Task<double> Time(string path, CancellationToken ct)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), ct);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(ct);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        public void Dispose()
        {
            client.Dispose();
            server.Dispose();
        }
    }
}
