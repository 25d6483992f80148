using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Cohesion.Governance.Server.Commands;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cohesion.Governance.Benchmarks;

/// <summary>
/// What a durable process costs: start to its first wait and resume to its end, three activities with JavaScript inputs (the process that
/// Elsa 3.7.1 was measured with), on a SQLite file in WAL mode, flushed before each answer, through the same port, runner and store as in the
/// server. Baseline of the same run: one row pair a commit on the same file system, the least that is as durable.
/// </summary>
internal static class ProcessTurns
{
    private const int Instances = 500;
    private const int Rounds = 3;

    public static void Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        Console.WriteLine("durable processes (SQLite, WAL, flushed before each answer; start to first wait and resume to end, against one row pair a commit)");
        var directory = Directory.CreateTempSubdirectory("cohesion-bench-").FullName;
        try
        {
            var raw = Enumerable.Range(0, Rounds).Max(round => RawCommits(Path.Combine(directory, $"raw{round}.db")));
            Line("one row pair a commit, one caller", raw, raw);
            await using var app = await Start(directory);
            var port = app.Services.GetRequiredService<IProcessPort>();
            foreach (var callers in new[] { 1, 16 })
            {
                var (starts, resumes) = (0.0, 0.0);
                for (var round = 0; round < Rounds; round++)
                {
                    var run = $"{callers}-{round}";
                    starts = Math.Max(starts, await Rate(callers, i => Begin(port, run, i)));
                    resumes = Math.Max(resumes, await Rate(callers, i => Resume(port, run, i)));
                    await Check(port, run);
                }

                Line($"start to first wait, {callers} caller(s)", starts, raw);
                Line($"resume to end, {callers} caller(s)", resumes, raw);
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<WebApplication> Start(string directory)
    {
        var workflows = Directory.CreateDirectory(Path.Combine(directory, "workflows")).FullName;
        foreach (var id in new[] { "proposal", "meeting", "vote", "follow-up" })
        {
            await File.WriteAllTextAsync(Path.Combine(workflows, id + ".json"), Definition(id));
        }

        var app = Serve.Build(
            [
                "--environment", "Production", "--Urls", "http://127.0.0.1:0", "--Processes:Relay", "false", "--Jobs:Enabled", "false",
                "--Database:Connection", $"Data Source={Path.Combine(directory, "processes.db")}", "--Workflows:Directory", workflows,
                "--DataProtection:Keys", Path.Combine(directory, "keys"),
            ],
            builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        return app;
    }

    private static async Task Begin(IProcessPort port, string run, int i)
    {
        var id = $"{run}:{i}";
        var receipt = await port.StartAsync(new StartProcess(id, "vote", id, ValueMap.Of(("ProposalId", "p"), ("Rounds", 2))), default);
        if (receipt.Result != StartResult.Started)
        {
            throw new InvalidOperationException($"{id} did not start: {receipt.Refusal?.Reason.En}");
        }
    }

    private static async Task Resume(IProcessPort port, string run, int i)
    {
        var id = $"{run}:{i}";
        var receipt = await port.SignalAsync(new ProcessSignal($"s:{id}", "decided", id, WorkflowValue.Of("Adopted")), default);
        if (receipt.Result != SignalResult.Delivered)
        {
            throw new InvalidOperationException($"{id} did not go on: {receipt.Result}");
        }
    }

    private static async Task Check(IProcessPort port, string run)
    {
        // A benchmark of something that does not work would be quick too.
        foreach (var i in new[] { 0, Instances - 1 })
        {
            var view = await port.FindAsync($"{run}:{i}", default);
            if (view?.Status != ProcessStatus.Finished)
            {
                throw new InvalidOperationException($"{run}:{i} is {view?.Status}.");
            }
        }
    }

    private static async Task<double> Rate(int callers, Func<int, Task> one)
    {
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < Instances;)
            {
                await one(i);
            }
        })));
        return Instances / clock.Elapsed.TotalSeconds;
    }

    private static double RawCommits(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE State(Id TEXT PRIMARY KEY, Content TEXT); CREATE TABLE Wait(Id TEXT PRIMARY KEY, Due INTEGER);");
        var content = new string('x', 900);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO State VALUES ($id, $content); INSERT INTO Wait VALUES ($id, 1);";
        var id = insert.Parameters.Add("$id", SqliteType.Text);
        insert.Parameters.AddWithValue("$content", content);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Instances; i++)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            id.Value = i.ToString(CultureInfo.InvariantCulture);
            insert.ExecuteNonQuery();
            transaction.Commit();
        }

        return Instances / clock.Elapsed.TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static void Line(string what, double rate, double against) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-40} {rate,10:N0}/s   ×{rate / against:N2}"));

    private static string Definition(string id)
    {
        const string storage = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";
        JsonObject Expression(string type, string kind, string text) => new()
        {
            ["typeName"] = type,
            ["expression"] = new JsonObject { ["type"] = kind, ["value"] = text },
        };
        JsonObject Connection(string from, string to) => new() { ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" } };
        return new JsonObject
        {
            ["id"] = id + "-v1",
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = 1,
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "v-outcome", ["name"] = "Outcome", ["typeName"] = "String", ["value"] = "", ["storageDriverTypeName"] = storage }),
            ["inputs"] = new JsonArray(
                new JsonObject { ["type"] = "String", ["name"] = "ProposalId", ["storageDriverType"] = storage },
                new JsonObject { ["type"] = "Int32", ["name"] = "Rounds", ["storageDriverType"] = storage }),
            ["root"] = new JsonObject
            {
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(
                    new JsonObject { ["id"] = "say", ["type"] = "Elsa.WriteLine", ["text"] = Expression("String", "JavaScript", "'proposal ' + getProposalId()") },
                    new JsonObject { ["id"] = "wait", ["type"] = "Elsa.Event", ["eventName"] = Expression("String", "JavaScript", "getRounds() > 1 ? 'decided' : 'other'") },
                    new JsonObject
                    {
                        ["id"] = "set", ["type"] = "Elsa.SetVariable", ["variable"] = new JsonObject { ["id"] = "v-outcome", ["name"] = "Outcome", ["typeName"] = "String" },
                        ["value"] = Expression("Object", "JavaScript", "'heard of ' + getInput('ProposalId')"),
                    },
                    new JsonObject { ["id"] = "end", ["type"] = "Elsa.Finish" }),
                ["connections"] = new JsonArray(Connection("say", "wait"), Connection("wait", "set"), Connection("set", "end")),
            },
        }.ToJsonString();
    }
}
