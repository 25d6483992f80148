using System.Diagnostics;
using System.Globalization;
using Cohesion.Governance.Elsa.Benchmarks;

// The same definition on both engines, and on Elsa alone, each over a SQLite file of its own: ratios travel between machines, times do not.
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
(string Name, Func<Task<IEngineBench>> Open)[] engines =
[
    ("built-in engine", () => PortBench.OpenAsync(onElsa: false)),
    ("Elsa 3.7.1 behind the process port", () => PortBench.OpenAsync(onElsa: true)),
    ("Elsa 3.7.1 alone", BareElsaBench.OpenAsync),
];
var best = engines.ToDictionary(engine => engine.Name, _ => (Start: double.MaxValue, Resume: double.MaxValue), StringComparer.Ordinal);
for (var round = 0; round < rounds; round++)
{
    foreach (var (name, open) in engines)
    {
        await using var engine = await open();

        // What is compiled or cached at the first use is no part of a process.
        await engine.StartAsync("warm");
        await engine.ResumeAsync("warm");
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            await engine.StartAsync($"r{round}-{i}");
        }

        var start = clock.Elapsed.TotalSeconds / count;
        clock.Restart();
        for (var i = 0; i < count; i++)
        {
            await engine.ResumeAsync($"r{round}-{i}");
        }

        var resume = clock.Elapsed.TotalSeconds / count;
        await engine.CheckAsync(count + 1);
        best[name] = (Math.Min(best[name].Start, start), Math.Min(best[name].Resume, resume));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}: {name}: start {1 / start:N1}/s, resume {1 / resume:N1}/s"));
    }
}

var against = best[engines[0].Name];
Console.WriteLine($"{count} processes one after the other, best of {rounds} rounds, SQLite file in WAL mode; built-in engine = 1");
foreach (var (name, (start, resume)) in best)
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-36} start to wait {1 / start,8:N1}/s (1/{start / against.Start:N1})   resume to end {1 / resume,8:N1}/s (1/{resume / against.Resume:N1})"));
}
