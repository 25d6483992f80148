using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Web;

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
            using var connections = Connections.Open(address, callers);
            byte[][] ballots = [.. electorate.Voters.Select(v => BallotCaller.RequestOf(address, electorate.VoteId, v))];
            byte[][] nothing = [.. electorate.Voters.Select(v => DirectConnection.Request("GET", address, "/health/live", [("Authorization", "Bearer " + v.Token)]))];
            await connections.All(ballots.AsMemory(0, warmUp), IsReceipt, ct);
            var (start, processor) = (Stopwatch.GetTimestamp(), server.ProcessorTime);
            var times = await connections.All(ballots.AsMemory(warmUp), IsReceipt, ct);
            var rate = times.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
            var work = (server.ProcessorTime - processor).TotalMilliseconds / times.Count;
            await connections.All(nothing.AsMemory(0, warmUp), _ => true, ct);
            start = Stopwatch.GetTimestamp();
            var ceiling = (await connections.All(nothing.AsMemory(warmUp), _ => true, ct)).Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
            var rawAfter = RawBaseline.Measure(Directory.CreateDirectory(Path.Combine(folder, "after")).FullName, BaselineTime);
            Print($"{voters} ballots cast by {callers} callers");
            Print($"  one row pair a commit (baseline)  {raw,8:N0}/s before, {rawAfter:N0}/s after");
            Print($"  ballots over HTTP                 {rate,8:N0}/s  ×{rate / ((raw + rawAfter) / 2):0.00} of the baseline");
            Print($"  answers for nothing over HTTP     {ceiling,8:N0}/s  ×{ceiling / ((raw + rawAfter) / 2):0.00} of the baseline: the most this machine lets any request reach");
            Print($"  from request to receipt           p50 {At(times, 0.5):0} ms, p99 {At(times, 0.99):0} ms, longest {times[^1]:0} ms");
            Print($"  processor time of the server      {work:0.000} ms a ballot");
            foreach (var fault in server.Faults)
            {
                Console.Error.WriteLine(fault);
            }

            return server.Faults.Any() ? 1 : 0;
        }
    }

    private static bool IsReceipt(ReadOnlyMemory<byte> answer) => JsonSerializer.Deserialize<BallotReceipt>(answer.Span, Json.Options) is { Effect: BallotEffect.First };

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
