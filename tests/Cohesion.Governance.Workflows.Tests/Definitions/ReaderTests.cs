using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Definitions;

/// <summary>Every problem code, each from a file that has that one problem.</summary>
public sealed class ReaderTests
{
    private static Flow Line(params (string Name, JsonNode? Value)[] properties) =>
        new Flow("f").In("Who").Var("Word").Add("a", "Elsa.WriteLine", properties).Add("end", "Elsa.Finish").Path("a", "end");

    private static void Only(string code, string? activity, Flow flow)
    {
        var problem = Assert.Single(flow.Problems());
        Assert.Equal((code, activity, "f.json"), (problem.Code, problem.ActivityId, problem.File));
        Assert.NotEqual(problem.Reason.En, problem.Reason.Zh);
        Assert.Contains(problem.Reason.Zh, letter => letter >= '一');
    }

    [Fact]
    public void Reads_the_example_of_the_format_with_everything_Studio_writes()
    {
        var flow = new Flow("vote").In("ProposalId").Var("VoteOutcome")
            .Add("open", "Governance.OpenVote", ("nodeId", "Workflow1:flow:open"), ("customProperties", new JsonObject()), ("canStartWorkflow", false), ("runAsynchronously", false),
                ("proposalId", Input("ProposalId")), ("window", Literal("P7D")), ("outcome", Output("VoteOutcome")), ("votes", null),
                ("metadata", new JsonObject
                {
                    ["displayText"] = "Open the vote now",
                    ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 200, ["y"] = -40.5 }, ["size"] = new JsonObject { ["width"] = 160, ["height"] = 50 } },
                }))
            .Add("post", "Governance.Post").Add("end", "Elsa.Finish").Path("open:Adopted", "post", "end").Path("open:Rejected", "end");
        flow.Top("toolVersion", "3.7.1.0").Top("options", new JsonObject()).Top("createdAt", "2026-01-01T00:00:00Z");

        var definition = flow.Read();
        Assert.Equal(("vote", 1, "open"), (definition.Id, definition.Version, definition.Start.Id));
        Assert.Equal(new DesignerBox(200, -40.5, 160, 50), definition.Find("open")!.Box);
        Assert.Equal("Open the vote now", definition.Find("open")!.DisplayName.En);
        Assert.Equal("post", definition.Find("post")!.DisplayName.Zh);
    }

    [Fact]
    public void The_version_is_the_text_and_line_ends_do_not_count()
    {
        var json = Line(("text", Literal("a"))).Json();
        var other = Line(("text", Literal("b"))).Json();

        Assert.NotEqual(WorkflowReader.HashOf(json), WorkflowReader.HashOf(other));
        Assert.Equal(WorkflowReader.HashOf("{\n}"), WorkflowReader.HashOf("{\r\n}"));
        // sha256sum of the two characters, cut to 32 digits.
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e", WorkflowReader.HashOf("{}"));
    }

    [Theory]
    [InlineData("{", "not-json")]
    [InlineData("[]", "not-json")]
    [InlineData("""{"definitionId":"f","definitionId":"f"}""", "not-json")]
    public void Not_json(string text, string code) =>
        Assert.Equal(code, Assert.Single(WorkflowReader.Read(text, "f.json", TestActivities.Catalogue).Problems).Code);

    [Theory]
    [InlineData("definitionId")]
    [InlineData("name")]
    [InlineData("version")]
    public void Missing_property(string property) => Only("missing-property", null, Line(("text", Literal("x"))).Top(property, null));

    [Fact]
    public void File_name() => Only("file-name", null, Line(("text", Literal("x"))).Top("definitionId", "other"));

    [Fact]
    public void Root_not_flowchart() => Only("root-not-flowchart", null, Line().Top("root", new JsonObject { ["type"] = "Elsa.Sequence" }));

    [Fact]
    public void No_activities() => Only("no-activities", null, new Flow("f"));

    [Fact]
    public void Duplicate_id() => Only("duplicate-id", "end", Line(("text", Literal("x"))).Add("end", "Elsa.Finish"));

    [Fact]
    public void Duplicate_variable_id() =>
        Assert.Equal(["duplicate-name", "duplicate-id"], Line(("text", Literal("x"))).Var("Word").Problems().Select(problem => problem.Code));

    [Fact]
    public void Duplicate_name_of_an_input_and_a_variable() => Only("duplicate-name", null, Line(("text", Literal("x"))).In("word"));

    [Fact]
    public void Bad_name() => Only("bad-name", null, Line(("text", Literal("x"))).Var("my word"));

    [Fact]
    public void Unknown_type_name() => Only("unknown-type-name", null, Line(("text", Literal("x"))).Var("Stream", "System.IO.Stream"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_storage(bool input) =>
        Only("no-storage", null, input ? Line(("text", Literal("x"))).In("Lost", storage: null) : Line(("text", Literal("x"))).Var("Lost", storage: ""));

    [Fact]
    public void Bad_initial_value() => Only("bad-literal", null, Line(("text", Literal("x"))).Var("Count", "Int32", "many"));

    [Fact]
    public void Unknown_activity() => Only("unknown-activity", "a", new Flow("f").Add("a", "Elsa.SendEmail").Add("end", "Elsa.Finish").Path("a", "end"));

    [Fact]
    public void A_nested_flowchart_is_refused() => Only("unknown-activity", "a", new Flow("f").Add("a", "Elsa.Flowchart").Add("end", "Elsa.Finish").Path("a", "end"));

    [Fact]
    public void Activity_version() => Only("activity-version", "a", Line(("text", Literal("x")), ("version", 2)));

    [Fact]
    public void Unknown_input() => Only("unknown-input", "a", Line(("text", Literal("x")), ("txet", Literal("y"))));

    [Fact]
    public void Unknown_output() => Only("unknown-input", "a", Line(("text", Literal("x")), ("result", Output("Word"))));

    [Fact]
    public void Inputs_of_another_version_that_say_nothing_are_harmless() =>
        Line(("text", Literal("x")), ("channelName", Literal(null)), ("startNewTrace", Literal(false)), ("hint", Literal("")), ("other", new JsonObject())).Read();

    [Theory]
    [InlineData("absent")]
    [InlineData("null")]
    [InlineData("blank")]
    [InlineData("blank script")]
    public void Missing_input(string how) => Only("missing-input", "a", how switch
    {
        "absent" => Line(),
        "null" => Line(("text", null)),
        "blank" => Line(("text", Literal(" "))),
        _ => Line(("text", Js(""))),
    });

    [Fact]
    public void Input_without_an_expression() => Only("bad-input", "a", Line(("text", new JsonObject { ["expression"] = "x" })));

    [Theory]
    [InlineData("timeSpan", "Elsa.Delay", "a week")]
    [InlineData("timeSpan", "Elsa.Delay", "7")]
    [InlineData("dateTime", "Elsa.StartAt", "next monday")]
    public void Bad_literal(string input, string type, string value) =>
        Only("bad-literal", "a", new Flow("f").Add("a", type, (input, Literal(value))).Add("end", "Elsa.Finish").Path("a", "end"));

    [Fact]
    public void Bad_literal_for_a_governance_input() =>
        Only("bad-literal", "a", new Flow("f").Add("a", "Governance.Post", ("copies", Literal("few"))).Add("end", "Elsa.Finish").Path("a", "end"));

    [Fact]
    public void Unknown_expression() => Only("unknown-expression", "a", Line(("text", Expression("Liquid", "{{ x }}"))));

    [Fact]
    public void Undeclared_variable_in_an_expression() => Only("undeclared-variable", "a", Line(("text", Variable("Wrod"))));

    [Fact]
    public void Undeclared_variable_of_an_output() =>
        Only("undeclared-variable", "a", new Flow("f").Add("a", "Governance.Post", ("posted", Output("Nowhere"))).Add("end", "Elsa.Finish").Path("a", "end"));

    [Fact]
    public void Undeclared_variable_to_set() => Only("undeclared-variable", "a",
        new Flow("f").Add("a", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-X" }), ("value", Literal(1))).Add("end", "Elsa.Finish").Path("a", "end"));

    [Theory]
    [InlineData("variables.Wrod", "undeclared-variable")]
    [InlineData("variables['Wrod']", "undeclared-variable")]
    [InlineData("getVariable('Wrod')", "undeclared-variable")]
    [InlineData("setVariable('Wrod', 1)", "undeclared-variable")]
    [InlineData("getInput('Woh')", "undeclared-input")]
    [InlineData("getWoh()", "script-unknown-name")]
    [InlineData("setWho('x')", "script-unknown-name")]
    [InlineData("input.Who", "script-unknown-name")]
    [InlineData("globalThis.x", "script-unknown-name")]
    [InlineData("eval('1')", "script-unknown-name")]
    [InlineData("new Function('return 1')()", "script-unknown-name")]
    [InlineData("1 +", "script-does-not-parse")]
    [InlineData("variables.Word = 'x'", "script-writes-variables")]
    [InlineData("variables.Word++", "script-writes-variables")]
    [InlineData("Math.random()", "script-not-deterministic")]
    public void A_script_with_a_mistake(string code, string problem) => Only(problem, "a", Line(("text", Js(code))));

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("1 + ", "1", "")]
    [InlineData("[", "1", "]")]
    [InlineData("!", "1", "")]
    public void A_script_nested_without_end_is_refused_or_run_and_never_kills_the_host(string open, string middle, string close)
    {
        foreach (var depth in new[] { 200, 2400, 50_000 })
        {
            var flow = Line(("text", Js(string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth)))));
            if (flow.Problems() is { Count: > 0 } problems)
                Assert.Equal("script-does-not-parse", Assert.Single(problems).Code);
            else
                new Driver(flow.Read()).Start();
        }
    }

    [Theory]
    [InlineData("getWho() + getWord() + variables.Word + getVariable('Word') + getInput('Who') + getCorrelationId()")]
    [InlineData("setWord('x'), setVariable('Word', 'y'), variables['Word']")]
    [InlineData("const x = [1, 2].map(n => n + Math.max(n, 2)); JSON.stringify(x)")]
    [InlineData("return getWorkflowInstanceId() + getWorkflowDefinitionId()")]
    public void A_script_without_one(string code) => Line(("text", Js(code))).Read();

    [Fact]
    public void Dangling_connection() => Only("dangling-connection", "a", new Flow("f").Add("a", "Elsa.Finish").Path("a", "nowhere"));

    [Fact]
    public void Unknown_outcome()
    {
        var problems = new Flow("f").Add("d", "Elsa.FlowDecision", ("condition", Js("true"))).Add("end", "Elsa.Finish").Path("d:True", "end").Path("d:false", "end").Problems();
        Assert.Equal(["unknown-outcome", "outcome-not-connected"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Bad_connection_after_the_end() =>
        Assert.Contains(Line(("text", Literal("x"))).Path("end", "a").Root("start", "a").Problems(), problem => problem is { Code: "bad-connection", ActivityId: "end" });

    [Fact]
    public void Bad_connection_twice() => Only("bad-connection", "a", Line(("text", Literal("x"))).Path("a", "end"));

    [Fact]
    public void Outcome_not_connected() => Only("outcome-not-connected", "d",
        new Flow("f").Add("d", "Elsa.FlowDecision", ("condition", Js("true"))).Add("end", "Elsa.Finish").Path("d:True", "end"));

    [Fact]
    public void Wait_without_exit() => Only("wait-without-exit", "d", new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Literal("P1D"))));

    [Fact]
    public void No_start() => Only("no-start", null, new Flow("f")
        .Add("a", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add("d", "Elsa.FlowDecision", ("condition", Js("true"))).Path("a", "d:True", "a").Path("d:False", "a"));

    [Fact]
    public void A_start_that_is_not_there() => Only("no-start", null, Line(("text", Literal("x"))).Root("start", "b"));

    [Fact]
    public void Many_starts() => Only("many-starts", null, Line(("text", Literal("x"))).Add("b", "Elsa.WriteLine", ("text", Literal("y"))).Path("b", "end"));

    [Fact]
    public void Unreachable() => Only("unreachable", "b",
        Line(("text", Literal("x"))).Add("b", "Elsa.WriteLine", ("text", Literal("y"))).Path("b", "end").Root("start", "a"));

    [Fact]
    public void No_way_to_end() => Assert.All(new Flow("f")
        .Add("a", "Elsa.WriteLine", ("text", Literal("x"))).Add("b", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add("c", "Elsa.Delay", ("timeSpan", Literal("P1D")))
        .Path("a", "b", "c", "b").Problems(), problem => Assert.Equal("no-way-to-end", problem.Code));

    [Fact]
    public void Loop_without_wait() => Only("loop-without-wait", "d", new Flow("f")
        .Add("s", "Elsa.WriteLine", ("text", Literal("x"))).Add("d", "Elsa.FlowDecision", ("condition", Js("true"))).Add("end", "Elsa.Finish")
        .Path("s", "d").Path("d:True", "s").Path("d:False", "end").Root("start", "s"));

    [Fact]
    public void Starting_a_process_without_waiting_for_it_is_no_wait() => Only("loop-without-wait", "g", new Flow("f")
        .Add("s", "Elsa.FlowDecision", ("condition", Js("true"))).Add("g", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("f"))).Add("end", "Elsa.Finish")
        .Path("s:True", "g", "s").Path("s:False", "end").Root("start", "s"));

    [Fact]
    public void Jump_into_a_loop() => Assert.Contains(new Flow("f")
        .Add("s", "Elsa.FlowDecision", ("condition", Js("true"))).Add("a", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add("b", "Governance.OpenVote", ("proposalId", Literal("p"))).Add("end", "Elsa.Finish")
        .Path("s:True", "a", "b").Path("s:False", "b").Path("b:Adopted", "a").Path("b:Rejected", "end").Problems(), problem => problem.Code is "jump-into-loop");

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var problems = new Flow("f").Var("Lost", storage: null)
            .Add("a", "Elsa.SendEmail").Add("b", "Elsa.WriteLine", ("text", Js("1 +"))).Add("c", "Elsa.Delay", ("timeSpan", Literal("soon"))).Add("d", "Elsa.FlowDecision", ("condition", Js("x")))
            .Path("a", "b", "c", "d:True", "nowhere").Problems();

        Assert.Equal(
            ["no-storage", "unknown-activity", "script-does-not-parse", "bad-literal", "script-unknown-name", "dangling-connection", "outcome-not-connected"],
            problems.Select(problem => problem.Code).Distinct());
    }

    [Fact]
    public void No_file_however_broken_makes_the_reader_fail()
    {
        var good = new Flow("f").In("Who").Var("Word").Var("Count", "Int32", 1)
            .Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
            .Add("vote", "Governance.OpenVote", ("proposalId", Input("Who")), ("window", Literal("P7D")), ("outcome", Output("Word")))
            .Add("switch", "Elsa.FlowSwitch", ("cases", new JsonArray(Case("X", "variables.Count > 1"))))
            .Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Count" }), ("value", Js("getCount() + 1")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAllActive"))).Add("end", "Elsa.Finish")
            .Path("fork:A", "vote:Adopted", "join", "end").Path("vote:Rejected", "join").Path("fork:B", "switch:X", "set", "join").Path("switch:Default", "join");
        good.Read();
        JsonNode?[] strange = [null, 5, -1.5, true, "", "Elsa.FlowJoin", "flow", new JsonObject(), new JsonArray(), new JsonArray(1, null), new JsonObject { ["type"] = 3 }];
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var root = JsonNode.Parse(good.Json())!;
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                Change(root, random, strange[random.Next(strange.Length)]?.DeepClone());
            var reading = WorkflowReader.Read(root.ToJsonString(), "f.json", TestActivities.Catalogue);
            Assert.Equal(reading.Definition is null, reading.Problems.Count > 0);
        }
    }

    private static void Change(JsonNode root, Random random, JsonNode? value)
    {
        var places = new List<Action>();
        Collect(root);
        if (places.Count > 0)
            places[random.Next(places.Count)]();

        void Collect(JsonNode? node)
        {
            if (node is JsonObject map)
            {
                foreach (var (name, child) in map)
                {
                    places.Add(() => map[name] = value);
                    places.Add(() => map.Remove(name));
                    Collect(child);
                }
            }
            else if (node is JsonArray list)
            {
                for (var i = 0; i < list.Count; i++)
                {
                    var index = i;
                    places.Add(() => list[index] = value);
                    Collect(list[i]);
                }
            }
        }
    }

    [Fact]
    public void A_literal_of_the_wrong_json_kind_becomes_the_declared_type()
    {
        var definition = new Flow("f").Var("Count", "Int32", "5").Var("Ready", "Boolean", "true").Var("Names", "String[]", "[\"a\"]").Var("Unset", "Int32", "").Add("end", "Elsa.Finish").Read();

        Assert.Equal([WorkflowValue.Of(5), WorkflowValue.True, WorkflowValue.Of([WorkflowValue.Of("a")]), WorkflowValue.Nothing], definition.Variables.Select(variable => variable.Initial));
    }
}
