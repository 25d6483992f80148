using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Engine;

/// <summary>How the engine calls the host's activities, waits for them and survives their faults.</summary>
public sealed class GovernanceActivityTests
{
    private static Driver Vote(Func<ActivityCall, ActivityResult> host) => new(
        new Flow("f").In("ProposalId").Var("Outcome").Var("Votes", "Int32").Var("Window", value: "P7D")
            .Add("vote", "Governance.OpenVote", ("proposalId", Input("ProposalId")), ("window", Variable("Window")), ("outcome", Output("Outcome")), ("votes", Output("Votes")))
            .Add("yes", "Elsa.WriteLine", ("text", Js("'adopted ' + variables.Votes"))).Add("no", "Elsa.WriteLine", ("text", Literal("rejected"))).Add("end", "Elsa.Finish")
            .Path("vote:Adopted", "yes", "end").Path("vote:Rejected", "no", "end").Read(),
        ValueMap.Of(("ProposalId", "p-1"))) { Host = host };

    [Fact]
    public void Calls_with_evaluated_inputs_and_takes_outputs_into_variables()
    {
        var run = Vote(_ => ActivityResult.Complete("Adopted", ValueMap.Of(("outcome", "adopted"), ("votes", 12)))).Start();

        var call = Assert.Single(run.Calls);
        Assert.Equal(("Governance.OpenVote", "vote", "i-1:1", "p-1", "P7D"), (call.Type, call.ActivityId, call.ActivityInstanceId, call.Inputs["proposalId"].AsText(), call.Inputs["window"].AsText()));
        Assert.Equal(["adopted 12"], run.Log);
        Assert.Equal("adopted", run.Variable("Outcome"));
    }

    [Fact]
    public void Resumes_with_the_values_it_waited_with_and_may_wait_again()
    {
        var run = Vote(call => call.Resumption switch
        {
            null => ActivityResult.WaitFor(call.Now.AddDays(7), new EventKey("Decided", "p-1"), new EventKey("Withdrawn", "p-1")),
            { TimedOut: true } => ActivityResult.Complete("Rejected"),
            { EventName: "Withdrawn" } => ActivityResult.WaitFor(call.Now.AddDays(1)),
            _ => ActivityResult.Complete("Adopted", ValueMap.Of(("votes", call.Resumption.Payload.AsMap()["Yes"]))),
        });
        run.Start();
        Assert.Equal([new("Decided", "p-1"), new("Withdrawn", "p-1")], run.State.Active[0].Events);

        run.Event("Withdrawn", "p-1", "the asker");
        Assert.Equal(("i-1:1", "Withdrawn", "p-1", "the asker", "P7D"),
            (run.Calls[1].ActivityInstanceId, run.Calls[1].Resumption!.EventName, run.Calls[1].Resumption!.Key, run.Calls[1].Resumption!.Payload.AsText(), run.Calls[1].Inputs["window"].AsText()));
        run.Event("Decided", "p-1");
        Assert.Equal(RefusalCodes.NobodyWaits, run.Refusal!.Code);
        run.After(TimeSpan.FromDays(1));
        Assert.True(run.Calls[2].Resumption!.TimedOut);
        Assert.Equal(["rejected"], run.Log);
    }

    [Fact]
    public void Is_not_called_before_its_time()
    {
        var run = Vote(call => ActivityResult.WaitFor(call.Now.AddDays(7))).Start();
        run.Send(new Stimulus.DueTimeReached("i-1:1"));

        Assert.Equal(RefusalCodes.NotYetDue, run.Refusal!.Code);
        Assert.Single(run.Calls);
        run.Send(new Stimulus.DueTimeReached("i-1:9"));
        Assert.Equal(RefusalCodes.NobodyWaits, run.Refusal!.Code);
    }

    [Fact]
    public void An_outcome_marked_as_an_end_ends_the_branch_without_a_connection()
    {
        var run = Vote(_ => ActivityResult.Complete("Withdrawn")).Start();

        Assert.Equal(ProcessStatus.Finished, run.State.Status);
        Assert.Empty(run.Log);
    }

    [Theory]
    [InlineData("adopted", "unknown-outcome")]
    [InlineData("Adopted", "bad-output")]
    public void Faults_when_the_host_breaks_its_own_declaration(string outcome, string code)
    {
        var run = Vote(_ => ActivityResult.Complete(outcome, ValueMap.Of(("surprise", 1)))).Start();

        Assert.Equal((ProcessStatus.Faulted, code), (run.State.Status, run.State.Fault!.Code));
    }

    [Fact]
    public void Faults_on_an_output_that_does_not_fit_its_variable()
    {
        var run = Vote(_ => ActivityResult.Complete("Adopted", ValueMap.Of(("votes", "a dozen")))).Start();

        Assert.Equal("bad-output", run.State.Fault!.Code);
        Assert.Contains("Votes", run.State.Fault.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_when_it_waits_for_nothing()
    {
        var run = Vote(_ => ActivityResult.WaitFor(null)).Start();

        Assert.Equal("waits-for-nothing", run.State.Fault!.Code);
    }

    [Fact]
    public void A_retry_after_a_resume_gets_the_event_again()
    {
        var broken = true;
        var run = Vote(call => call.Resumption is null ? ActivityResult.WaitFor(null, new EventKey("Decided", "p-1"))
            : broken ? ActivityResult.Fault("db", new("database away", "数据库不可用")) : ActivityResult.Complete("Adopted"));
        run.Start().Event("Decided", "p-1", "payload");
        Assert.Equal(("vote", "i-1:1", "db", Driver.Begin, 1), (run.State.Fault!.ActivityId, run.State.Fault.ActivityInstanceId, run.State.Fault.Code, run.State.Fault.At, run.State.Fault.Attempt));

        run.Send(new Stimulus.Retry());
        Assert.Equal(2, run.State.Fault!.Attempt);
        broken = false;
        run.Send(new Stimulus.Retry());
        Assert.Equal("payload", run.Calls[^1].Resumption!.Payload.AsText());
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
        Assert.Single(run.Effects.OfType<Effect.Wait>());
    }

    [Fact]
    public void A_fault_stops_its_branch_and_no_other()
    {
        var run = new Driver(new Flow("f")
            .Add("fork", "Elsa.FlowFork", ("branches", Literal(new System.Text.Json.Nodes.JsonArray("A", "B"))))
            .Add("a", "Governance.Post").Add("b", "Elsa.Event", ("eventName", Literal("B"))).Add("say", "Elsa.WriteLine", ("text", Literal("b done")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAll"))).Add("end", "Elsa.Finish")
            .Path("fork:A", "a", "join", "end").Path("fork:B", "b", "say", "join").Read()) { Host = _ => ActivityResult.Fault("x", new("x", "x")) };
        run.Start().Event("B");

        Assert.Equal(["b done"], run.Log);
        Assert.Equal(ProcessStatus.Faulted, run.State.Status);
        run.Send(new Stimulus.MoveOn("a", "Done"));
        Assert.Equal(ProcessStatus.Finished, run.State.Status);
    }

    [Fact]
    public void A_process_that_spins_faults_instead_of_hanging()
    {
        // A delay counts as a wait when the file is checked; this one is over at once.
        var run = new Driver(new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Js("'PT0S'"))).Add("c", "Elsa.FlowDecision", ("condition", Js("true"))).Add("end", "Elsa.Finish")
            .Path("d", "c").Path("c:True", "d").Path("c:False", "end").Root("start", "d").Read()).Start();

        Assert.Equal("too-many-steps", run.State.Fault!.Code);
        Assert.InRange(run.State.Counter, WorkflowEngine.MaxSteps, WorkflowEngine.MaxSteps + 2);
    }

    [Fact]
    public void The_same_turn_is_the_same_on_every_machine()
    {
        Driver Run() => Vote(call => call.Resumption is null ? ActivityResult.WaitFor(call.Now.AddDays(1)) : ActivityResult.Complete("Adopted")).Start().After(TimeSpan.FromDays(2));

        Assert.Equal(StateJson.Write(Run().State), StateJson.Write(Run().State));
    }

    [Fact]
    public void Refuses_a_definition_of_another_version()
    {
        var run = Vote(call => ActivityResult.WaitFor(call.Now.AddDays(1))).Start();
        var other = new Flow("f").Add("end", "Elsa.Finish").Read();

        Assert.Throws<ArgumentException>(() => WorkflowEngine.Advance(other, run.State, new Stimulus.Retry(), run.Now));
    }

    [Fact]
    public void Refuses_everything_once_it_has_ended()
    {
        var run = Vote(_ => ActivityResult.Complete("Adopted")).Start();
        foreach (var stimulus in new Stimulus[] { new Stimulus.Retry(), new Stimulus.Cancel("x"), new Stimulus.EventArrived("a", "b", 1), new Stimulus.DueTimeReached("i-1:1") })
        {
            run.Send(stimulus);
            Assert.Equal(RefusalCodes.ProcessEnded, run.Refusal!.Code);
        }
    }
}
