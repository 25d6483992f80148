using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Engine;

/// <summary>One promise of each of Elsa's activities after the other.</summary>
public sealed class ActivityTests
{
    [Theory]
    [InlineData("getAmount() > 3", "yes")]
    [InlineData("getAmount() > 4", "no")]
    public void A_decision_takes_the_way_its_condition_says(string condition, string expected)
    {
        var run = new Driver(new Flow("f").In("Amount", "Int32")
            .Add("d", "Elsa.FlowDecision", ("condition", Js(condition)))
            .Add("y", "Elsa.WriteLine", ("text", Literal("yes"))).Add("n", "Elsa.WriteLine", ("text", Literal("no"))).Add("end", "Elsa.Finish")
            .Path("d:True", "y", "end").Path("d:False", "n", "end").Read(), ValueMap.Of(("Amount", 4))).Start();

        Assert.Equal([expected], run.Log);
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
    }

    [Theory]
    [InlineData("MatchFirst", 7, "big")]
    [InlineData("MatchFirst", 3, "small")]
    [InlineData("MatchFirst", 0, "none")]
    [InlineData("MatchAny", 7, "big,small")]
    [InlineData("MatchAny", 0, "none")]
    public void A_switch_takes_the_first_or_every_case_that_holds_and_otherwise_the_default(string mode, int amount, string expected)
    {
        var run = new Driver(new Flow("f").In("Amount", "Int32")
            .Add("s", "Elsa.FlowSwitch", ("mode", Literal(mode)), ("cases", new JsonArray(Case("Big", "getAmount() > 5"), Case("Small", "getAmount() > 1"))))
            .Add("b", "Elsa.WriteLine", ("text", Literal("big"))).Add("sm", "Elsa.WriteLine", ("text", Literal("small"))).Add("n", "Elsa.WriteLine", ("text", Literal("none")))
            .Add("j", "Elsa.FlowJoin", ("mode", Literal("WaitAllActive"))).Add("end", "Elsa.Finish")
            .Path("s:Big", "b", "j", "end").Path("s:Small", "sm", "j").Path("s:Default", "n", "j").Read(), ValueMap.Of(("Amount", amount))).Start();

        Assert.Equal(expected, string.Join(',', run.Log));
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
    }

    [Fact]
    public void Sets_a_variable_and_brings_the_value_to_its_type()
    {
        var run = new Driver(new Flow("f").Var("Round", "Int32", 1)
            .Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Round", ["name"] = "Round" }), ("value", Js("'' + (variables.Round + 1)")))
            .Add("end", "Elsa.End").Path("set", "end").Read()).Start();

        Assert.Equal(WorkflowValue.Of(2), run.State.Variables["Round"]);
    }

    [Fact]
    public void A_value_of_the_wrong_type_faults_the_activity_and_leaves_the_variable()
    {
        var run = new Driver(new Flow("f").Var("Round", "Int32", 1)
            .Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Round" }), ("value", Js("setVariable('Round', 5), 'many'")))
            .Add("end", "Elsa.End").Path("set", "end").Read()).Start();

        Assert.Equal(ProcessStatus.Faulted, run.State.Status);
        Assert.Equal("expression", run.State.Fault!.Code);
        Assert.Equal("1", run.Variable("Round"));
    }

    [Theory]
    [InlineData("P30D", 30)]
    [InlineData("40.00:00:00", 40)]
    [InlineData("P1M", 31)]
    [InlineData("P2Y", 731)]
    public void A_delay_waits_as_long_as_it_says_however_long(string length, int days)
    {
        var run = new Driver(new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Literal(length))).Add("end", "Elsa.Finish").Path("d", "end").Read()).Start();

        Assert.Equal(Driver.Begin.AddDays(days), Assert.Single(run.Effects.OfType<Effect.Wait>()).DueAt);
        run.After(TimeSpan.FromDays(days) - TimeSpan.FromTicks(1));
        Assert.Equal(ProcessStatus.Waiting, run.State.Status);
        run.After(TimeSpan.FromTicks(1));
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
    }

    [Theory]
    [InlineData("2026-06-01T09:00:00+08:00", true)]
    [InlineData("2020-06-01T09:00:00+08:00", false)]
    public void Waits_until_a_moment_unless_it_is_past(string moment, bool waits)
    {
        var run = new Driver(new Flow("f").Add("s", "Elsa.StartAt", ("dateTime", Literal(moment))).Add("end", "Elsa.Finish").Path("s", "end").Read()).Start();

        Assert.Equal(waits ? ProcessStatus.Waiting : ProcessStatus.Finished, run.State.Status);
        if (waits)
            Assert.Equal(new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero), run.State.Active[0].DueAt);
    }

    [Fact]
    public void An_event_waits_under_the_correlation_id_and_gives_what_came_with_it()
    {
        var run = new Driver(new Flow("f").Var("Got", "Object")
            .Add("e", "Elsa.Event", ("eventName", Literal("Answered")), ("result", Output("Got"))).Add("end", "Elsa.Finish").Path("e", "end").Read()).Start();

        Assert.Equal([new EventKey("Answered", "c-1")], run.State.Active[0].Events);
        run.Event("Answered", "c-2");
        Assert.Equal(RefusalCodes.NobodyWaits, run.Refusal!.Code);
        run.Event("answered");
        Assert.Equal(RefusalCodes.NobodyWaits, run.Refusal!.Code);
        run.Event("Answered", payload: ValueMap.Of(("By", "王阿姨")));
        Assert.Equal("{\"By\":\"王阿姨\"}", run.State.Variables["Got"].ToString());
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
    }

    [Fact]
    public void Dispatches_another_process_and_goes_on_at_once_unless_told_to_wait()
    {
        Driver Run(bool wait) => new Driver(new Flow("f").Var("Result", "ObjectDictionary")
            .Add("go", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("vote")), ("input", Js("({ ProposalId: 'p-1' })")),
                ("waitForCompletion", Literal(wait)), ("result", Output("Result")))
            .Add("end", "Elsa.Finish").Path("go", "end").Read()).Start();

        var free = Run(false);
        var dispatch = Assert.Single(free.Effects.OfType<Effect.Dispatch>());
        Assert.Equal(("vote", "c-1", "p-1", false), (dispatch.DefinitionId, dispatch.CorrelationId, dispatch.Inputs["ProposalId"].AsText(), dispatch.Waits));
        Assert.Equal(ProcessStatus.Finished, free.State.Status);

        var waiting = Run(true);
        Assert.Equal(ProcessStatus.Waiting, waiting.State.Status);
        waiting.Event(ProcessEvents.EndedName, dispatch.ChildInstanceId, ProcessEvents.Ended(ProcessStatus.Finished, ValueMap.Of(("Outcome", "Adopted"))));
        Assert.Equal(ProcessStatus.Finished, waiting.State.Status);
        Assert.Equal("Adopted", waiting.State.Variables["Result"].AsMap()["Outcome"].AsText());
    }

    [Theory]
    [InlineData("Elsa.Finish")]
    [InlineData("Elsa.End")]
    public void The_end_ends_everything_that_is_still_under_way(string type)
    {
        var run = new Driver(new Flow("f")
            .Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
            .Add("long", "Elsa.Delay", ("timeSpan", Literal("P100D"))).Add("short", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add("end", type).Add("late", "Elsa.Finish")
            .Path("fork:A", "long", "late").Path("fork:B", "short", "end").Read()).Start().After(TimeSpan.FromDays(1));

        Assert.Equal(ProcessStatus.Finished, run.State.Status);
        Assert.Empty(run.State.Active);
        Assert.Equal(2, run.Effects.OfType<Effect.EndWait>().Count());
        Assert.Single(run.Effects.OfType<Effect.Finished>());
        Assert.Null(run.State.Visits.Single(visit => visit.ActivityId is "long").Outcome);
    }

    [Fact]
    public void Gives_its_outputs_when_it_ends()
    {
        var run = new Driver(new Flow("f").Var("Outcome", value: "Adopted").Out("Outcome").Out("Nowhere").Add("end", "Elsa.Finish").Read()).Start();

        var outputs = Assert.Single(run.Effects.OfType<Effect.Finished>()).Outputs;
        Assert.Equal("Adopted", outputs["Outcome"].AsText());
        Assert.True(outputs["Nowhere"].IsNothing);
    }
}
