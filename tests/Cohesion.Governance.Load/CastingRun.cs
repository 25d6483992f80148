using System.Diagnostics;
using System.Globalization;

namespace Cohesion.Governance.Load;

/// <summary>How fast ballots are cast over HTTP, beside the raw baseline of the same run.</summary>
internal static class CastingRun
{
    private static readonly TimeSpan BaselineTime = TimeSpan.FromSeconds(2);

    /// <param name="voters">Ballots measured.</param>
    /// <param name="warmUp">Ballots cast before, until the server has compiled what it runs.</param>
    /// <param name="callers">How many cast at a time.</param>
    /// <returns>0; anything refused or unanswered ends the run with an exception.</returns>
    public static async Task<int> Run(string folder, int voters, int warmUp, int callers, CancellationToken ct)
    {
        var electorate = await Electorate.Found(folder, voters + warmUp, ct);
        var raw = RawBaseline.Measure(folder, BaselineTime);
        var (server, address) = await ServerProcess.Start(folder, ct);
        using (server)
        {
            using var caller = new BallotCaller(address, electorate.VoteId, callers);
            await All(electorate.Voters.Take(warmUp), callers, caller.Cast, ct);
            var (start, processor) = (Stopwatch.GetTimestamp(), server.ProcessorTime);
            var times = await All(electorate.Voters.Skip(warmUp), callers, caller.Cast, ct);
            var rate = times.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
            var work = (server.ProcessorTime - processor).TotalMilliseconds / times.Count;
            await All(electorate.Voters.Take(warmUp), callers, caller.AskForNothing, ct);
            start = Stopwatch.GetTimestamp();
            var ceiling = (await All(electorate.Voters.Skip(warmUp), callers, caller.AskForNothing, ct)).Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
            var rawAfter = RawBaseline.Measure(Directory.CreateDirectory(Path.Combine(folder, "after")).FullName, BaselineTime);
            Print($"{voters} ballots cast by {callers} callers");
            Print($"  one row pair a commit (baseline)  {raw,8:N0}/s before, {rawAfter:N0}/s after");
            Print($"  ballots over HTTP                 {rate,8:N0}/s  ×{rate / ((raw + rawAfter) / 2):0.00} of the baseline");
            Print($"  answers for nothing over HTTP     {ceiling,8:N0}/s  ×{ceiling / ((raw + rawAfter) / 2):0.00} of the baseline: the most this machine lets any request reach");
            Print($"  from request to receipt           p50 {At(times, 0.5):0} ms, p99 {At(times, 0.99):0} ms, longest {times[^1]:0} ms");
            Print($"  processor time of the server      {work:0.00} ms a ballot");
            foreach (var fault in server.Faults)
            {
                Console.Error.WriteLine(fault);
            }

            return server.Faults.Any() ? 1 : 0;
        }
    }

    /// <summary>Has every voter ask once, so many at a time.</summary>
    /// <returns>Milliseconds from request to answer, in rising order.</returns>
    private static async Task<List<double>> All<T>(IEnumerable<Voter> voters, int callers, Func<Voter, CancellationToken, Task<T?>> ask, CancellationToken ct)
        where T : class
    {
        var times = new List<double>();
        await Parallel.ForEachAsync(voters, new ParallelOptions { MaxDegreeOfParallelism = callers, CancellationToken = ct }, async (voter, token) =>
        {
            var start = Stopwatch.GetTimestamp();
            if (await ask(voter, token) is null)
            {
                throw new InvalidOperationException("The server gave no answer.");
            }

            lock (times)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
