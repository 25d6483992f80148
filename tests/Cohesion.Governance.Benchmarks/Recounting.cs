using System.Globalization;
using System.Security.Cryptography;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Recount.Tests;

namespace Cohesion.Governance.Benchmarks;

/// <summary>How fast the recount checks and decides an export of 1,000,000 ballots on one core, against reading the file alone and against hashing it, which no
/// recount can do without.</summary>
internal static class Recounting
{
    private const int Ballots = 1_000_000;

    /// <summary>Prints ballots a second with their ratio to the baselines of the same run.</summary>
    public static void Run()
    {
        var file = Path.Combine(Path.GetTempPath(), $"recount-{Environment.ProcessId}.json");
        try
        {
            // A journal of one entry a ballot, of which only the digests are shown, as in a real vote.
            using (var stream = File.Create(file))
            {
                new SampleExport { Seats = Ballots, OtherEntries = Ballots }.WriteTo(stream).GetAwaiter().GetResult();
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recount of {Ballots:N0} ballots, {new FileInfo(file).Length / 1e6:N0} MB, seconds of processor time over all threads"));
            var reading = Best(() => Read(file, hash: null));
            var hashing = Best(() =>
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                Read(file, hash);
            });
            var recount = Best(() =>
            {
                using var stream = File.OpenRead(file);
                if (!VoteRecount.Of(stream, null).IsSame)
                {
                    throw new InvalidOperationException("The benchmark recounts to another result.");
                }
            });
            Print("reading the file (baseline)", reading, reading);
            Print("reading and hashing it", hashing, reading);
            Print("recount: every check, and the rule decided anew", recount, reading);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Read(string file, IncrementalHash? hash)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[1 << 20];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            hash?.AppendData(buffer, 0, read);
        }
    }

    // Processor time of the whole process, collector and compiler included: what one core would have needed, whatever else the machine does meanwhile.
    private static double Best(Action action)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 4; i++)
        {
            GC.Collect();
            var start = Environment.CpuUsage.TotalTime;
            action();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }

        return best;
    }

    private static void Print(string what, double seconds, double baseline) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  {what,-52} {seconds,7:0.000} s {Ballots / seconds,12:N0} ballots/s  ×{seconds / baseline:0.0} of the baseline"));
}
