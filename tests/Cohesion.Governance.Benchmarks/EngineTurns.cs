using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Benchmarks;

/// <summary>
/// What the pure engine costs: start to first wait, and resume to end, of three activities with JavaScript inputs (the process that Elsa 3.7.1
/// was measured with), each turn reading and writing the state's JSON as the runner does. Baselines of the same run: reading and writing
/// that JSON alone, which no durable engine can avoid, and the same process written by hand as a state machine over the same JSON.
/// </summary>
public static class EngineTurns
{
    private const int Rounds = 40;
    private const int Turns = 500;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);

    public static void Run()
    {
        var definition = Definition();
        var inputs = ValueMap.Of(("ProposalId", "0198a000-0000-7000-8000-000000000001"), ("Rounds", 2));
        var waiting = StateJson.Write(Start(definition, inputs));
        Check(definition, inputs, waiting);

        (string What, Func<object> Turn)[] measured =
        [
            ("read and write the state's JSON", () => StateJson.Write(StateJson.Read(waiting))),
            ("hand-written state machine, same JSON", () => ByHand(waiting)),
            ("start to first wait, 3 scripts", () => StateJson.Write(Start(definition, inputs))),
            ("resume to end, 1 script", () => StateJson.Write(Resume(definition, StateJson.Read(waiting)))),
            ("resume to end, no script", () => StateJson.Write(Resume(Plain, StateJson.Read(PlainWaiting)))),
        ];
        var best = Best([.. measured.Select(one => one.Turn)]);

        Console.WriteLine("engine turns (pure, one core, state read and written as JSON; time against reading and writing the JSON alone)");
        foreach (var (one, seconds) in measured.Zip(best))
            Line(one.What, seconds, best[0]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  state: {waiting.Length} characters"));
    }

    private static WorkflowDefinition Plain { get; } = Read(scripts: false);

    private static string PlainWaiting { get; } = StateJson.Write(Start(Plain, ValueMap.Of(("ProposalId", "p"), ("Rounds", 2))));

    private static WorkflowDefinition Definition() => Read(scripts: true);

    private static void Line(string what, double seconds, double against) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-40} {1 / seconds,10:N0}/s   ×{seconds / against:N2}"));

    /// <summary>Seconds per turn of each, the best of many short rounds in turn about: the machine is shared, and the compiler gets better.</summary>
    private static double[] Best(IReadOnlyList<Func<object>> turns)
    {
        var best = new double[turns.Count];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var one = 0; one < turns.Count; one++)
            {
                var clock = Stopwatch.StartNew();
                for (var i = 0; i < Turns; i++)
                    turns[one]();
                best[one] = Math.Min(best[one], clock.Elapsed.TotalSeconds / Turns);
            }
        }

        return best;
    }

    private static WorkflowState Start(WorkflowDefinition definition, ValueMap inputs)
    {
        var turn = WorkflowEngine.Start(definition, "0198a000-0000-7000-8000-0000000000aa", "c-1", inputs, Now);
        return Answer(definition, turn);
    }

    private static WorkflowState Resume(WorkflowDefinition definition, WorkflowState state) =>
        Answer(definition, WorkflowEngine.Advance(definition, state, new Stimulus.EventArrived("Vote.Decided", "v", "Adopted"), Now));

    private static WorkflowState Answer(WorkflowDefinition definition, Turn turn)
    {
        while (turn.Request is Effect.Perform { Call: var call })
        {
            var result = call is { Type: "Governance.OpenVote", Resumption: null }
                ? ActivityResult.WaitFor(Now.AddDays(7), new EventKey("Vote.Decided", "v"))
                : ActivityResult.Complete("Done", ValueMap.Of(("outcome", "Adopted")));
            turn = WorkflowEngine.Advance(definition, turn.State, new Stimulus.Answered(call.ActivityInstanceId, result), Now);
        }

        return turn.State;
    }

    /// <summary>The same resume without an engine: what somebody would write for this one process.</summary>
    private static string ByHand(string json)
    {
        var state = StateJson.Read(json);
        var outcome = WorkflowValue.Of("Adopted");
        return StateJson.Write(state with
        {
            Status = ProcessStatus.Finished,
            EndedAt = Now,
            Active = [],
            Counter = state.Counter + 2,
            Variables = state.Variables.With("Outcome", outcome),
            Visits = [.. state.Visits.Select(visit => visit with { LeftAt = Now, Outcome = "Done" }), new("post", 1, Now, Now, "Done"), new("end", 1, Now, Now, "Done")],
        });
    }

    private static void Check(WorkflowDefinition definition, ValueMap inputs, string waiting)
    {
        // A benchmark of something that does not work would be quick too.
        var started = Start(definition, inputs);
        var ended = Resume(definition, StateJson.Read(waiting));
        if (started.Status != ProcessStatus.Waiting || ended.Status != ProcessStatus.Finished || ended.Variables["Outcome"].AsText() is not "Adopted")
            throw new InvalidOperationException($"The process did not run: {started.Status}, {ended.Status}.");
    }

    private static WorkflowDefinition Read(bool scripts)
    {
        const string storage = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";
        JsonObject Expression(string script, string literal) => new()
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = scripts ? "JavaScript" : "Literal", ["value"] = scripts ? script : literal },
        };
        JsonObject Connection(string from, string to) => new() { ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" } };
        var file = new JsonObject
        {
            ["definitionId"] = "vote",
            ["name"] = "Vote",
            ["version"] = 1,
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "v-outcome", ["name"] = "Outcome", ["typeName"] = "String", ["value"] = "", ["storageDriverTypeName"] = storage }),
            ["inputs"] = new JsonArray(
                new JsonObject { ["type"] = "String", ["name"] = "ProposalId", ["storageDriverType"] = storage },
                new JsonObject { ["type"] = "Int32", ["name"] = "Rounds", ["storageDriverType"] = storage }),
            ["root"] = new JsonObject
            {
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(
                    new JsonObject { ["id"] = "say", ["type"] = "Elsa.WriteLine", ["text"] = Expression("'proposal ' + getProposalId()", "proposal") },
                    new JsonObject
                    {
                        ["id"] = "open",
                        ["type"] = "Governance.OpenVote",
                        ["proposalId"] = Expression("getInput('ProposalId')", "p"),
                        ["window"] = Expression("getRounds() > 1 ? 'P7D' : 'P14D'", "P7D"),
                        ["outcome"] = new JsonObject { ["typeName"] = "String", ["memoryReference"] = new JsonObject { ["id"] = "v-outcome" } },
                    },
                    new JsonObject { ["id"] = "post", ["type"] = "Governance.Post", ["text"] = Expression("variables.Outcome === 'Adopted' ? 'adopted' : 'rejected'", "adopted") },
                    new JsonObject { ["id"] = "end", ["type"] = "Elsa.Finish" }),
                ["connections"] = new JsonArray(Connection("say", "open"), Connection("open", "post"), Connection("post", "end")),
            },
        };
        BilingualText name = new("x", "甲");
        var catalogue = new ActivityCatalogue(
        [
            new("Governance.OpenVote", name, "Governance")
            {
                Inputs = [new("proposalId", WorkflowType.Text, name), new("window", WorkflowType.Duration, name)],
                Outputs = [new("outcome", WorkflowType.Text, name)],
                Waits = true,
            },
            new("Governance.Post", name, "Governance") { Inputs = [new("text", WorkflowType.Text, name)], Outputs = [new("outcome", WorkflowType.Text, name)] },
        ]);
        var reading = WorkflowReader.Read(file.ToJsonString(), "vote.json", catalogue);
        return reading.Definition ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
