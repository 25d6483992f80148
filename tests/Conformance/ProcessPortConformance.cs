using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Conformance;

/// <summary>
/// What every process engine of the product promises, written against the port alone and run on each engine. Where an engine cannot keep one of
/// these promises, its class overrides the test with what it does instead and says why.
/// </summary>
public abstract partial class ProcessPortConformance
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An engine that knows these definitions.</summary>
    internal abstract Task<EngineUnderTest> EngineAsync(params Flow[] flows);

    internal static Flow Post(Flow flow, string id, string? says = null) => says is null
        ? flow.Add(id, "Governance.Post")
        : flow.Add(id, "Governance.Post", ("text", Literal(says)));

    internal static Flow Vote(Flow flow, string id = "vote") =>
        flow.Add(id, "Governance.OpenVote", ("proposalId", Literal("p-1")), ("window", Literal("P7D")), ("outcome", Output("Outcome")), ("votes", Output("Votes")));

    /// <summary>Waits for Vote.Decided or its window, and ends as it is told.</summary>
    internal static Task<ActivityResult> VoteAsync(ActivityCall call, MemoryTransaction transaction) => Task.FromResult(call switch
    {
        { Type: not "Governance.OpenVote" } => ActivityResult.Complete(),
        { Resumption: null } => ActivityResult.WaitFor(call.Now.AddDays(7), new EventKey("Vote.Decided", call.Inputs["proposalId"].AsText()!), new EventKey("Vote.Withdrawn", call.Inputs["proposalId"].AsText()!)),
        { Resumption.TimedOut: true } => ActivityResult.Complete("Rejected", ValueMap.Of(("votes", 0))),
        { Resumption.EventName: "Vote.Withdrawn" } => ActivityResult.Complete("Withdrawn"),
        _ => ActivityResult.Complete(call.Resumption!.Payload.AsMap()["outcome"].AsText()!, ValueMap.Of(("outcome", call.Resumption.Payload.AsMap()["outcome"]), ("votes", 42))),
    });

    internal static Flow VoteFlow() => Vote(new Flow("f").Var("Outcome").Var("Votes", "Int32", 0))
        .Add("yes", "Elsa.WriteLine", ("text", Js("'adopted with ' + variables.Votes"))).Add("no", "Elsa.WriteLine", ("text", Literal("rejected")))
        .Add("end", "Elsa.Finish").Path("vote:Adopted", "yes", "end").Path("vote:Rejected", "no", "end");

    [Theory]
    [InlineData("Adopted", "adopted with 42")]
    [InlineData("Rejected", "rejected")]
    public async Task An_activity_waits_for_an_event_and_leaves_by_the_outcome_it_ends_with(string outcome, string says)
    {
        await using var engine = await EngineAsync(VoteFlow());
        engine.Perform = VoteAsync;
        await engine.StartAsync();
        var here = Assert.Single((await engine.ViewAsync()).Here);
        Assert.Equal(("vote", EngineUnderTest.Begin.AddDays(7)), (here.ActivityId, here.DueAt));
        Assert.Equal([new EventKey("Vote.Decided", "p-1"), new EventKey("Vote.Withdrawn", "p-1")], here.Events);

        Assert.Equal(SignalResult.Delivered, (await engine.SignalAsync("s-1", "Vote.Decided", "p-1", ValueMap.Of(("outcome", outcome)))).Result);

        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        Assert.Equal([says], engine.Said);
        Assert.Equal(["i-1:1", "i-1:1"], engine.Calls.Select(call => call.ActivityInstanceId));
    }

    [Fact]
    public async Task An_outcome_that_is_an_end_ends_the_process()
    {
        await using var engine = await EngineAsync(VoteFlow());
        engine.Perform = VoteAsync;
        await engine.StartAsync();
        await engine.SignalAsync("s-1", "Vote.Withdrawn", "p-1");

        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        Assert.Empty(engine.Said);
    }

    [Fact]
    public async Task A_wait_that_nobody_ends_goes_on_when_its_time_has_come()
    {
        await using var engine = await EngineAsync(VoteFlow());
        engine.Perform = VoteAsync;
        await engine.StartAsync();

        Assert.Equal(0, (await engine.AfterAsync(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1))).Timers);
        Assert.Equal(1, (await engine.AfterAsync(TimeSpan.FromSeconds(1))).Timers);
        Assert.Equal(["rejected"], engine.Said);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Fact]
    public async Task A_waiting_activity_keeps_the_inputs_it_waited_with()
    {
        var flow = new Flow("f").Var("Text", value: "before")
            .Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B")))).Add("vote", "Governance.OpenVote", ("proposalId", Variable("Text")), ("window", Literal("P7D")))
            .Add("wait", "Elsa.Event", ("eventName", Literal("Go")))
            .Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Text", ["name"] = "Text", ["typeName"] = "String" }), ("value", Literal("after")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAllActive"))).Add("end", "Elsa.Finish")
            .Path("fork:A", "vote:Adopted", "join", "end").Path("vote:Rejected", "end").Path("fork:B", "wait", "set", "join");
        await using var engine = await EngineAsync(flow);
        engine.Perform = VoteAsync;
        await engine.StartAsync();
        await engine.SignalAsync("s-1", "Go");
        Assert.Equal("after", (await engine.ViewAsync()).Variables["Text"].AsText());
        await engine.SignalAsync("s-2", "Vote.Decided", "before", ValueMap.Of(("outcome", "Adopted")));

        Assert.Equal(["before", "before"], engine.Calls.Select(call => call.Inputs["proposalId"].AsText()!));
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Theory]
    [InlineData(7, "yes")]
    [InlineData(3, "no")]
    public async Task A_decision_takes_one_of_two_ways(int amount, string says)
    {
        await using var engine = await EngineAsync(new Flow("f").In("Amount", "Int32").Add("d", "Elsa.FlowDecision", ("condition", Js("getAmount() > 5")))
            .Add("y", "Elsa.WriteLine", ("text", Literal("yes"))).Add("n", "Elsa.WriteLine", ("text", Literal("no"))).Add("end", "Elsa.Finish")
            .Path("d:True", "y", "end").Path("d:False", "n", "end"));
        await engine.StartAsync(inputs: ValueMap.Of(("Amount", amount)));

        Assert.Equal([says], engine.Said);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Theory]
    [InlineData("MatchFirst", 7, "big")]
    [InlineData("MatchFirst", 3, "small")]
    [InlineData("MatchFirst", 0, "none")]
    [InlineData("MatchAny", 7, "big,small")]
    [InlineData("MatchAny", 0, "none")]
    public async Task A_switch_takes_the_first_or_every_case_that_holds_and_otherwise_the_default(string mode, int amount, string says)
    {
        await using var engine = await EngineAsync(new Flow("f").In("Amount", "Int32")
            .Add("s", "Elsa.FlowSwitch", ("mode", Literal(mode)), ("cases", new JsonArray(Case("Big", "getAmount() > 5"), Case("Small", "getAmount() > 1"))))
            .Add("b", "Elsa.WriteLine", ("text", Literal("big"))).Add("sm", "Elsa.WriteLine", ("text", Literal("small"))).Add("n", "Elsa.WriteLine", ("text", Literal("none")))
            .Add("j", "Elsa.FlowJoin", ("mode", Literal("WaitAllActive"))).Add("end", "Elsa.Finish")
            .Path("s:Big", "b", "j", "end").Path("s:Small", "sm", "j").Path("s:Default", "n", "j"));
        await engine.StartAsync(inputs: ValueMap.Of(("Amount", amount)));

        Assert.Equal(says, string.Join(',', engine.Said.Order(StringComparer.Ordinal)));
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Theory]
    [InlineData("WaitAll", 2)]
    [InlineData("WaitAllActive", 2)]
    [InlineData("WaitAny", 1)]
    public async Task Branches_run_side_by_side_and_come_together_as_the_join_says(string mode, int needed)
    {
        await using var engine = await EngineAsync(new Flow("f").Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
            .Add("a", "Elsa.Event", ("eventName", Literal("A"))).Add("b", "Elsa.Event", ("eventName", Literal("B")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal(mode))).Add("say", "Elsa.WriteLine", ("text", Literal("together"))).Add("end", "Elsa.Finish")
            .Path("fork:A", "a", "join", "say", "end").Path("fork:B", "b", "join"));
        await engine.StartAsync();
        Assert.Equal(["a", "b"], (await engine.ViewAsync()).Here.Select(place => place.ActivityId).Order(StringComparer.Ordinal));

        await engine.SignalAsync("s-1", "B");
        Assert.Equal(needed == 1 ? ProcessStatus.Finished : ProcessStatus.Waiting, await engine.StatusAsync());
        var second = await engine.SignalAsync("s-2", "A");
        Assert.Equal(needed == 1 ? SignalResult.NobodyWaits : SignalResult.Delivered, second.Result);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        Assert.Equal(["together"], engine.Said);
    }

    [Fact]
    public async Task A_join_does_not_wait_for_a_branch_that_was_never_taken()
    {
        await using var engine = await EngineAsync(new Flow("f").In("Both", "Boolean").Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
            .Add("d", "Elsa.FlowDecision", ("condition", Js("getBoth()"))).Add("a", "Elsa.Event", ("eventName", Literal("A"))).Add("b", "Elsa.Event", ("eventName", Literal("B")))
            .Add("no", "Elsa.WriteLine", ("text", Literal("only one"))).Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAllActive"))).Add("end", "Elsa.Finish")
            .Path("fork:A", "a", "join", "end").Path("fork:B", "d:True", "b", "join").Path("d:False", "no", "join"));
        await engine.StartAsync(inputs: ValueMap.Of(("Both", false)));
        Assert.Equal("a", Assert.Single((await engine.ViewAsync()).Here).ActivityId);
        await engine.SignalAsync("s-1", "A");

        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Theory]
    [InlineData("Elsa.Finish")]
    [InlineData("Elsa.End")]
    public async Task The_end_ends_everything_that_is_still_under_way(string type)
    {
        await using var engine = await EngineAsync(new Flow("f").Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
            .Add("long", "Elsa.Event", ("eventName", Literal("Late"))).Add("short", "Elsa.Event", ("eventName", Literal("Go"))).Add("end", type).Add("other", "Elsa.Finish")
            .Path("fork:A", "long", "other").Path("fork:B", "short", "end"));
        await engine.StartAsync();
        await engine.SignalAsync("s-1", "Go");

        var view = await engine.ViewAsync();
        Assert.Equal(ProcessStatus.Finished, view.Status);
        Assert.Empty(view.Here);
        Assert.Null(view.Visits.Single(visit => visit.ActivityId is "long").Outcome);
        Assert.Equal(SignalResult.NobodyWaits, (await engine.SignalAsync("s-2", "Late")).Result);
    }

    [Fact]
    public async Task A_loop_goes_round_until_it_is_left_and_takes_every_way_out_later()
    {
        // The way out of the second round is one that the first round has passed by.
        await using var engine = await EngineAsync(new Flow("f")
            .Add("screen", "Elsa.FlowSwitch", ("mode", Literal("MatchFirst")), ("cases", new JsonArray(Case("Ok", "true"))))
            .Add("queue", "Elsa.Event", ("eventName", Literal("Tabled")), ("result", Output("Way"))).Var("Way")
            .Add("decide", "Elsa.FlowSwitch", ("mode", Literal("MatchFirst")), ("cases", new JsonArray(Case("Again", "variables.Way === 'again'"), Case("Out", "variables.Way === 'out'"))))
            .Add("vote", "Elsa.WriteLine", ("text", Literal("voted"))).Add("gone", "Elsa.WriteLine", ("text", Literal("withdrawn"))).Add("end", "Elsa.Finish")
            .Path("screen:Ok", "queue", "decide").Path("screen:Default", "gone", "end").Path("decide:Again", "queue").Path("decide:Out", "gone").Path("decide:Default", "vote", "end"));
        await engine.StartAsync();
        await engine.SignalAsync("s-1", "Tabled", payload: "again");
        await engine.SignalAsync("s-2", "Tabled", payload: "again");
        Assert.Equal(3, (await engine.ViewAsync()).Visits.Single(visit => visit.ActivityId is "queue").Times);
        await engine.SignalAsync("s-3", "Tabled", payload: "out");

        Assert.Equal(["withdrawn"], engine.Said);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }
}
