using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cohesion.Governance.Load;

// Bounded on purpose: it starts processes and fills a disk.
var voters = Number("--voters", "Ballots measured.", 3_000, 1, 50_000);
var warmUp = Number("--warm-up", "Ballots cast before measuring.", 2_000, 0, 50_000);
var callers = Number("--callers", "How many cast at a time.", 64, 1, 512);
var rounds = Number("--rounds", "How often the server is killed.", 5, 1, 200);
var perRound = Number("--ballots", "New ballots a round.", 200, 1, 2_000);
var seed = Number("--seed", "Chooses the moments of the kills.", 20261123, 0, int.MaxValue);
var few = Number("--few", "Ballots of the small vote.", 1_000, 100, 100_000);
var many = Number("--many", "Ballots of the large vote.", 100_000, 100, 2_000_000);
var end = new Option<bool>("--end") { Description = "Also counts the large vote and verifies its journal." };
var minutes = Number("--minutes", "Gives up after so many.", 30, 1, 120);

var cast = new Command("cast", "Casts ballots over HTTP and prints how fast, beside a raw baseline of the same run.") { voters, warmUp, callers, minutes };
cast.SetAction((parsed, ct) => InNewFolder(
    (folder, stop) => CastingRun.Run(folder, parsed.GetValue(voters), parsed.GetValue(warmUp), parsed.GetValue(callers), stop), parsed.GetValue(minutes), ct));

var kill = new Command("kill", "Casts ballots while the server is killed and started again, then looks for every one of them.") { rounds, perRound, callers, seed, minutes };
kill.SetAction((parsed, ct) => InNewFolder(
    async (folder, stop) =>
    {
        var kills = parsed.GetValue(rounds);
        var start = Stopwatch.GetTimestamp();
        var electorate = await Electorate.Found(folder, (kills + 1) * parsed.GetValue(perRound), stop);
        var report = await new KillRun(electorate, kills, parsed.GetValue(callers), parsed.GetValue(seed)).Run(Console.WriteLine, stop);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Kills} kills (seed {parsed.GetValue(seed)}), {electorate.Voters.Count} ballots in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
        Console.WriteLine($"  {report.Acknowledged} acknowledged before the last start; {report.Unanswered} voters once without an answer, of whom {report.KeptUnanswered} had been heard");
        Console.WriteLine(report.Findings.Count == 0 ? "  every ballot there exactly once, every receipt counts, the journal verifies" : $"  {report.Findings.Count} findings:");
        foreach (var finding in report.Findings)
        {
            Console.WriteLine("  " + finding);
        }

        return report.Findings.Count == 0 ? 0 : 1;
    },
    parsed.GetValue(minutes),
    ct));

var page = new Command("page", "Reads a small and a large vote and prints what each reading costs.") { few, many, end, minutes };
page.SetAction((parsed, ct) => InNewFolder((folder, stop) => PageRun.Run(folder, parsed.GetValue(few), parsed.GetValue(many), parsed.GetValue(end), stop), parsed.GetValue(minutes), ct));

return await new RootCommand("Casts ballots through the real server, as a process of its own on 127.0.0.1.") { cast, kill, page }.Parse(args).InvokeAsync();

static Option<int> Number(string name, string description, int usual, int least, int most)
{
    var option = new Option<int>(name) { Description = $"{description} {least} to {most}.", DefaultValueFactory = _ => usual };
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least || result.GetValueOrDefault<int>() > most)
        {
            result.AddError($"{name} must be from {least} to {most}.");
        }
    });
    return option;
}

static async Task<int> InNewFolder(Func<string, CancellationToken, Task<int>> run, int minutes, CancellationToken ct)
{
    using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
    stop.CancelAfter(TimeSpan.FromMinutes(minutes));
    var folder = Directory.CreateTempSubdirectory("cohesion-load-").FullName;
    try
    {
        return await run(folder, stop.Token);
    }
    finally
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
