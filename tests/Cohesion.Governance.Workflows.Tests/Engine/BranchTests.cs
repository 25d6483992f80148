using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Engine;

/// <summary>Forks and joins.</summary>
public sealed class BranchTests
{
    private static Flow Fork(string mode) => new Flow("f")
        .Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
        .Add("a", "Elsa.Event", ("eventName", Literal("A"))).Add("b", "Elsa.Event", ("eventName", Literal("B")))
        .Add("join", "Elsa.FlowJoin", ("mode", Literal(mode))).Add("say", "Elsa.WriteLine", ("text", Literal("joined"))).Add("end", "Elsa.Finish")
        .Path("fork:A", "a", "join", "say", "end").Path("fork:B", "b", "join");

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public void Waiting_for_all_goes_on_once_after_the_last(string mode)
    {
        var run = new Driver(Fork(mode).Read()).Start();
        Assert.Equal(["a", "b"], run.Here);

        run.Event("B");
        Assert.Empty(run.Log);
        Assert.Equal(ProcessStatus.Waiting, run.State.Status);
        run.Event("A");
        Assert.Equal(["joined"], run.Log);
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
    }

    [Fact]
    public void Waiting_for_any_goes_on_with_the_first_and_drops_the_other_bookmarks()
    {
        var run = new Driver(Fork("WaitAny").Read()).Start();
        var lost = run.State.ActivityInstanceId(run.State.Active[1]);
        run.Event("A");

        Assert.Equal(["joined"], run.Log);
        Assert.Contains(new Effect.EndWait(lost), run.Effects);
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
        Assert.Equal((1, null), (run.State.Visits.Single(visit => visit.ActivityId is "b").Times, run.State.Visits.Single(visit => visit.ActivityId is "b").Outcome));
    }

    [Fact]
    public void A_late_event_for_a_cancelled_branch_is_told_so()
    {
        var run = new Driver(new Flow("f")
            .Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
            .Add("a", "Elsa.Event", ("eventName", Literal("A"))).Add("b", "Elsa.Event", ("eventName", Literal("B")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAny"))).Add("c", "Elsa.Event", ("eventName", Literal("C"))).Add("end", "Elsa.Finish")
            .Path("fork:A", "a", "join", "c", "end").Path("fork:B", "b", "join").Read()).Start().Event("A");

        run.Event("B");
        Assert.Equal(RefusalCodes.NobodyWaits, run.Refusal!.Code);
        Assert.Equal(["c"], run.Here);
    }

    [Fact]
    public void An_event_both_branches_wait_for_wins_the_race_once()
    {
        var run = new Driver(new Flow("f")
            .Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
            .Add("a", "Elsa.Event", ("eventName", Literal("X"))).Add("b", "Elsa.Event", ("eventName", Literal("X")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAny"))).Add("say", "Elsa.WriteLine", ("text", Literal("joined"))).Add("end", "Elsa.Finish")
            .Path("fork:A", "a", "join", "say", "end").Path("fork:B", "b", "join").Read()).Start().Event("X");

        Assert.Equal(["joined"], run.Log);
    }

    [Fact]
    public void Several_connections_from_one_outcome_are_branches_too()
    {
        var run = new Driver(new Flow("f")
            .Add("s", "Elsa.WriteLine", ("text", Literal("start"))).Add("a", "Elsa.WriteLine", ("text", Literal("a"))).Add("b", "Elsa.WriteLine", ("text", Literal("b")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAll"))).Add("end", "Elsa.Finish")
            .Path("s", "a", "join", "end").Path("s", "b", "join").Read()).Start();

        Assert.Equal(["start", "a", "b"], run.Log);
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
        Assert.Equal(1, run.State.Visits.Single(visit => visit.ActivityId is "join").Times);
    }

    [Fact]
    public void A_branch_that_took_another_way_is_not_waited_for_by_the_active_join()
    {
        var run = new Driver(new Flow("f")
            .Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B"))))
            .Add("vote", "Governance.OpenVote", ("proposalId", Literal("p"))).Add("b", "Elsa.Delay", ("timeSpan", Literal("P1D")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAllActive"))).Add("end", "Elsa.Finish")
            .Path("fork:A", "vote").Path("vote:Adopted", "join", "end").Path("vote:Rejected", "join").Path("fork:B", "b", "join").Read());
        run.Host = call => call.Resumption is null ? ActivityResult.WaitFor(null, new EventKey("D", "p")) : ActivityResult.Complete("Withdrawn");
        run.Start().After(TimeSpan.FromDays(1));
        Assert.Equal(["vote"], run.Here);

        run.Event("D", "p");
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
        Assert.Equal(1, run.State.Visits.Single(visit => visit.ActivityId is "join").Times);
    }

    [Fact]
    public void An_inner_join_inside_a_loop_does_not_wait_for_the_outer_branch()
    {
        // Outer fork: one side forks again and joins; the other waits long. A loop leads back to the outer fork.
        var run = new Driver(new Flow("f").Var("Round", "Int32", 0)
            .Add("begin", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Round" }), ("value", Js("variables.Round + 1")))
            .Add("outer", "Elsa.FlowFork", ("branches", Literal(new JsonArray("L", "R"))))
            .Add("inner", "Elsa.FlowFork", ("branches", Literal(new JsonArray("X", "Y"))))
            .Add("x", "Elsa.Event", ("eventName", Literal("X"))).Add("y", "Elsa.Event", ("eventName", Literal("Y")))
            .Add("ij", "Elsa.FlowJoin", ("mode", Literal("WaitAll"))).Add("say", "Elsa.WriteLine", ("text", Js("'inner ' + variables.Round")))
            .Add("r", "Elsa.Delay", ("timeSpan", Literal("P7D")))
            .Add("oj", "Elsa.FlowJoin", ("mode", Literal("WaitAll")))
            .Add("again", "Elsa.FlowDecision", ("condition", Js("variables.Round < 2"))).Add("end", "Elsa.Finish")
            .Path("begin", "outer").Path("outer:L", "inner").Path("inner:X", "x", "ij").Path("inner:Y", "y", "ij", "say", "oj").Path("outer:R", "r", "oj", "again")
            .Path("again:True", "begin").Path("again:False", "end").Root("start", "begin").Read()).Start();

        run.Event("X").Event("Y");
        Assert.Equal(["inner 1"], run.Log);
        Assert.Equal(["r"], run.Here);
        run.After(TimeSpan.FromDays(7)).Event("Y").Event("X");
        Assert.Equal(["inner 1", "inner 2"], run.Log);
        run.After(TimeSpan.FromDays(7));
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
    }

    [Fact]
    public void Ten_thousand_rounds_leave_the_state_as_small_as_two()
    {
        var run = new Driver(new Flow("f").Var("Round", "Int32", 0)
            .Add("e", "Elsa.Event", ("eventName", Literal("Next"))).Add("count", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Round" }), ("value", Js("variables.Round + 1")))
            .Add("more", "Elsa.FlowDecision", ("condition", Js("variables.Round < 1000000"))).Add("end", "Elsa.Finish")
            .Path("e", "count", "more").Path("more:True", "e").Path("more:False", "end").Root("start", "e").Read()).Start();
        run.Event("Next").Event("Next");
        var small = StateJson.Write(run.State).Length;
        for (var i = 0; i < 10_000; i++)
            run.Event("Next");

        Assert.InRange(StateJson.Write(run.State).Length, 1, small + 40);
        Assert.Equal(10_003, run.State.Visits.Single(visit => visit.ActivityId is "e").Times);
    }
}
