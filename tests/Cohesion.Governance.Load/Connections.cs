using System.Diagnostics;

namespace Cohesion.Governance.Load;

/// <summary>Many callers at once, each on a connection of its own.</summary>
internal sealed class Connections : IDisposable
{
    private readonly List<DirectConnection> all = [];

    /// <summary>Opens so many connections.</summary>
    public static Connections Open(Uri address, int callers)
    {
        var connections = new Connections();
        for (var i = 0; i < callers; i++)
        {
            var one = new DirectConnection();
            connections.all.Add(one);
            one.Open(address);
        }

        return connections;
    }

    /// <summary>Sends each request once; whoever has his answer sends the next. What the answers say is looked at when all are there.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="holds">Whether an answer is as it should be.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Milliseconds from request to answer, in rising order.</returns>
    /// <exception cref="InvalidOperationException">An answer was no 200, or not as it should be.</exception>
    public async Task<List<double>> All(ReadOnlyMemory<byte[]> requests, Func<ReadOnlyMemory<byte>, bool> holds, CancellationToken ct)
    {
        var times = new double[requests.Length];
        var answers = new byte[requests.Length][];
        var next = -1;
        await Task.WhenAll(all.Select(connection => Task.Factory.StartNew(
            () =>
            {
                for (var i = Interlocked.Increment(ref next); i < requests.Length && !ct.IsCancellationRequested; i = Interlocked.Increment(ref next))
                {
                    var start = Stopwatch.GetTimestamp();
                    answers[i] = connection.Ask(requests.Span[i]).ToArray();
                    times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            },
            ct,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        ct.ThrowIfCancellationRequested();
        if (Array.Find(answers, a => !holds(a)) is { } wrong)
        {
            throw new InvalidOperationException($"An answer is not as it should be: {System.Text.Encoding.UTF8.GetString(wrong)}");
        }

        Array.Sort(times);
        return [.. times];
    }

    public void Dispose() => all.ForEach(c => c.Dispose());
}
