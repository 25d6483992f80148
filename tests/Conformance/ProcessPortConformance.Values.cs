using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Conformance;

/// <summary>Expressions, variables, inputs and outputs.</summary>
public abstract partial class ProcessPortConformance
{
    [Fact]
    public async Task Every_kind_of_expression_gives_its_value()
    {
        await using var engine = await EngineAsync(new Flow("f").In("Proposal").In("Rounds", "Int32").Var("Place", value: "安顺路")
            .Add("literal", "Governance.Post", ("text", Literal("plain")), ("copies", Literal(3)))
            .Add("input", "Governance.Post", ("text", Input("Proposal")))
            .Add("variable", "Governance.Post", ("text", Variable("Place")))
            .Add("script", "Governance.Post", ("text", Js("getInput('Proposal') + ' ' + getPlace() + ' ' + variables.Place + ' ' + getVariable('Place') + ' ' + (getRounds() + 1) + ' ' + getCorrelationId()")))
            .Add("set", "Governance.Post", ("text", Js("setVariable('Place', 'Beijing'), 'set'")))
            .Add("after", "Governance.Post", ("text", Variable("Place")))
            .Add("end", "Elsa.Finish").Path("literal", "input", "variable", "script", "set", "after", "end"));
        await engine.StartAsync(inputs: ValueMap.Of(("Proposal", "p-1"), ("Rounds", 2)));

        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        Assert.Equal(["plain", "p-1", "安顺路", "p-1 安顺路 安顺路 安顺路 3 c-1", "set", "Beijing"], engine.Calls.Select(call => call.Inputs["text"].AsText()!));
        Assert.Equal(3, engine.Calls[0].Inputs["copies"].AsWholeNumber());
    }

    [Fact]
    public async Task Inputs_and_variables_are_there_after_a_wait()
    {
        await using var engine = await EngineAsync(new Flow("f").In("Proposal").Var("Round", "Int32", 1)
            .Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Round", ["name"] = "Round", ["typeName"] = "Int32" }), ("value", Js("getRound() + 1")))
            .Add("e", "Elsa.Event", ("eventName", Literal("Go"))).Add("say", "Elsa.WriteLine", ("text", Js("getProposal() + ' in round ' + getRound()"))).Add("end", "Elsa.Finish").Path("set", "e", "say", "end"));
        await engine.StartAsync(inputs: ValueMap.Of(("Proposal", "电梯")));
        await engine.RestartAsync();
        await engine.SignalAsync("s-1", "Go");

        Assert.Equal(["电梯 in round 2"], engine.Said);
        Assert.Equal(WorkflowValue.Of(2), (await engine.ViewAsync()).Variables["Round"]);
    }

    [Fact]
    public async Task A_council_overrides_a_variable_by_its_name()
    {
        await using var engine = await EngineAsync(new Flow("f").Var("Window", value: "P7D")
            .Add("post", "Governance.Post", ("text", Variable("Window"))).Add("say", "Elsa.WriteLine", ("text", Js("getWindow()"))).Add("end", "Elsa.Finish").Path("post", "say", "end"));
        await engine.StartAsync(variables: ValueMap.Of(("Window", "P30D"), ("Nowhere", "x")));

        Assert.Equal("P30D", Assert.Single(engine.Calls).Inputs["text"].AsText());
        Assert.Equal(["P30D"], engine.Said);
        Assert.Equal("P30D", (await engine.ViewAsync()).Variables["Window"].AsText());
    }

    [Fact]
    public async Task Outputs_go_to_the_variables_the_file_names()
    {
        await using var engine = await EngineAsync(new Flow("f").Var("Said").Add("post", "Governance.Post", ("posted", Output("Said"))).Add("end", "Elsa.Finish").Path("post", "end"));
        engine.Perform = (_, _) => Task.FromResult(ActivityResult.Complete("Done", ValueMap.Of(("posted", "在公告栏"))));
        await engine.StartAsync();

        Assert.Equal("在公告栏", (await engine.ViewAsync()).Variables["Said"].AsText());
    }

    [Fact]
    public async Task An_event_gives_what_came_with_it()
    {
        await using var engine = await EngineAsync(new Flow("f").Var("Got", "Object")
            .Add("e", "Elsa.Event", ("eventName", Literal("Answered")), ("result", Output("Got"))).Add("say", "Elsa.WriteLine", ("text", Js("'by ' + getGot().By"))).Add("end", "Elsa.Finish").Path("e", "say", "end"));
        await engine.StartAsync();
        Assert.Equal(SignalResult.NobodyWaits, (await engine.SignalAsync("s-0", "Answered", "c-2")).Result);
        await engine.SignalAsync("s-1", "Answered", payload: ValueMap.Of(("By", "王阿姨")));

        Assert.Equal(["by 王阿姨"], engine.Said);
        Assert.Equal("{\"By\":\"王阿姨\"}", (await engine.ViewAsync()).Variables["Got"].ToString());
    }

    [Fact]
    public async Task A_parent_waits_for_the_process_it_started_and_gets_what_it_gave()
    {
        await using var engine = await EngineAsync(
            new Flow("parent").Var("Result", "ObjectDictionary")
                .Add("go", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("child")), ("input", Js("({ Who: '物业' })")), ("waitForCompletion", Literal(true)), ("result", Output("Result")))
                .Add("end", "Elsa.Finish").Path("go", "end"),
            new Flow("child").In("Who").Var("Answer").Out("Answer").Add("e", "Elsa.Event", ("eventName", Literal("Go")))
                .Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Answer", ["name"] = "Answer", ["typeName"] = "String" }), ("value", Js("getWho() + ' agrees'"))).Add("end", "Elsa.Finish").Path("e", "set", "end"));
        await engine.StartAsync("parent");
        Assert.Equal(ProcessStatus.Waiting, await engine.StatusAsync());
        Assert.Equal(2, (await engine.Port.ListAsync(new(), Ct)).Count);
        await engine.SignalAsync("s-1", "Go");

        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        Assert.Equal("物业 agrees", (await engine.ViewAsync()).Variables["Result"].AsMap()["Answer"].AsText());
    }

    [Fact]
    public async Task Refuses_to_start_what_it_does_not_know()
    {
        await using var engine = await EngineAsync(VoteFlow());

        Assert.Equal(RefusalCodes.UnknownWorkflow, (await engine.StartAsync("g")).Refusal!.Code);
        Assert.Equal((StartResult.Refused, RefusalCodes.UnknownInput), await engine.StartAsync(inputs: ValueMap.Of(("Nobody", 1))) is var refused ? (refused.Result, refused.Refusal!.Code) : default);
        Assert.Null(await engine.Port.FindAsync("i-1", Ct));
    }

    [Fact]
    public async Task A_process_started_twice_is_one()
    {
        await using var engine = await EngineAsync(VoteFlow());
        engine.Perform = VoteAsync;

        Assert.Equal(StartResult.Started, (await engine.StartAsync()).Result);
        Assert.Equal(StartResult.AlreadyStarted, (await engine.StartAsync()).Result);
        Assert.Single(engine.Calls);
    }
}
