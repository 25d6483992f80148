using Cohesion.Governance.Benchmarks;

// Each prints its figures beside a baseline measured in the same run: ratios travel between machines, times do not.
var all = new Dictionary<string, Action>(StringComparer.OrdinalIgnoreCase)
{
    ["rules"] = RuleEvaluation.Run,
    ["engine"] = EngineTurns.Run,
    ["process"] = ProcessTurns.Run,
    ["recount"] = Recounting.Run,
    ["journal"] = JournalCost.Run,
};
if (args is [var name] && all.TryGetValue(name, out var one))
{
    one();
    return 0;
}

if (args.Length > 0)
{
    Console.Error.WriteLine($"Name one of: {string.Join(", ", all.Keys)}, or none for all.");
    return 2;
}

foreach (var run in all.Values)
{
    run();
}

return 0;
