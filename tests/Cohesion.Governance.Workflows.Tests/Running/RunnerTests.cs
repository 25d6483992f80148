using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Running;

public sealed class RunnerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Flow Event(string id = "f") => new Flow(id).Var("Got")
        .Add("e", "Elsa.Event", ("eventName", Literal("Go")), ("result", Output("Got"))).Add("say", "Elsa.WriteLine", ("text", Js("'got ' + variables.Got"))).Add("end", "Elsa.Finish").Path("e", "say", "end");

    private static Flow Two() => new Flow("f").Add("a", "Governance.Post").Add("b", "Governance.Post").Add("end", "Elsa.Finish").Path("a", "b", "end");

    [Fact]
    public async Task A_process_started_twice_is_one()
    {
        var host = new Host(Event());

        Assert.Equal(StartResult.Started, (await host.StartAsync("f")).Result);
        Assert.Equal(StartResult.AlreadyStarted, (await host.StartAsync("f")).Result);
        Assert.Equal(1, host.Store.Data.Instances["i-1"].Version);
    }

    [Fact]
    public async Task Refuses_to_start_what_it_does_not_know()
    {
        var host = new Host(Event());

        Assert.Equal(RefusalCodes.UnknownWorkflow, (await host.StartAsync("g")).Refusal!.Code);
        var refused = await host.StartAsync("f", inputs: ValueMap.Of(("Nobody", 1)));
        Assert.Equal((StartResult.Refused, RefusalCodes.UnknownInput), (refused.Result, refused.Refusal!.Code));
        Assert.Empty(host.Store.Data.Instances);
    }

    [Fact]
    public async Task One_turn_is_one_commit()
    {
        var host = new Host(Event());
        await host.StartAsync("f");
        Assert.Equal(1, host.Store.Commits);

        await host.SignalAsync("s-1", "Go", payload: "ok");
        Assert.Equal(2, host.Store.Commits);
        Assert.Equal(ProcessStatus.Finished, host.State().Status);
        Assert.Equal(["i-1 say got ok"], host.Store.Data.Log);
        Assert.Empty(host.Store.Data.Waits);
    }

    [Fact]
    public async Task A_signal_sent_twice_counts_once()
    {
        var host = new Host(new Flow("f").Add("a", "Elsa.Event", ("eventName", Literal("Go"))).Add("b", "Elsa.Event", ("eventName", Literal("Go"))).Add("end", "Elsa.Finish").Path("a", "b", "end"));
        await host.StartAsync("f");

        Assert.Equal(SignalResult.Delivered, (await host.SignalAsync("s-1", "Go")).Result);
        Assert.Equal(SignalResult.Duplicate, (await host.SignalAsync("s-1", "Go")).Result);
        Assert.Equal("b", Assert.Single(host.State().Active).ActivityId);
    }

    [Fact]
    public async Task An_early_event_is_kept_for_the_first_who_waits()
    {
        var host = new Host(Event());

        Assert.Equal(SignalResult.Kept, (await host.SignalAsync("s-1", "Go", payload: "early", keep: TimeSpan.FromDays(1))).Result);
        await host.StartAsync("f");

        Assert.Equal(ProcessStatus.Finished, host.State().Status);
        Assert.Equal(["i-1 say got early"], host.Store.Data.Log);
        Assert.Empty(host.Store.Data.Kept);
        await host.StartAsync("f", "i-2");
        Assert.Equal(ProcessStatus.Waiting, host.State("i-2").Status);
    }

    [Fact]
    public async Task An_early_event_is_gone_when_its_time_is_over()
    {
        var host = new Host(Event());
        await host.SignalAsync("s-1", "Go", keep: TimeSpan.FromDays(1));

        Assert.Equal(1, (await host.AfterAsync(TimeSpan.FromDays(1))).Expired);
        await host.StartAsync("f");
        Assert.Equal(ProcessStatus.Waiting, host.State().Status);
    }

    [Fact]
    public async Task Early_events_come_in_the_order_they_were_sent()
    {
        var host = new Host(new Flow("f").Var("First").Var("Second")
            .Add("a", "Elsa.Event", ("eventName", Literal("Go")), ("result", Output("First"))).Add("b", "Elsa.Event", ("eventName", Literal("Go")), ("result", Output("Second")))
            .Add("end", "Elsa.Finish").Path("a", "b", "end"));
        await host.SignalAsync("s-2", "Go", payload: "one", keep: TimeSpan.FromDays(1));
        await host.SignalAsync("s-1", "Go", payload: "two", keep: TimeSpan.FromDays(1));
        await host.StartAsync("f");

        Assert.Equal("one two", host.State().Variables["First"].AsText() + " " + host.State().Variables["Second"].AsText());
    }

    [Fact]
    public async Task An_event_nobody_waits_for_is_told_so()
    {
        var host = new Host(Event());
        await host.StartAsync("f");
        await host.SignalAsync("s-1", "Go");

        Assert.Equal(SignalResult.NobodyWaits, (await host.SignalAsync("s-2", "Go")).Result);
    }

    [Fact]
    public async Task An_event_reaches_everybody_who_waits_for_it()
    {
        var host = new Host(Event());
        await host.StartAsync("f", "i-1");
        await host.StartAsync("f", "i-2");
        await host.StartAsync("f", "i-3", "other");

        var receipt = await host.SignalAsync("s-1", "Go");
        Assert.Equal(["i-1", "i-2"], receipt.Instances);
        Assert.Equal([ProcessStatus.Finished, ProcessStatus.Finished, ProcessStatus.Waiting], new[] { "i-1", "i-2", "i-3" }.Select(id => host.State(id).Status));
        Assert.Empty(host.Store.Data.Works);
    }

    [Fact]
    public async Task A_kept_event_and_a_wait_written_at_the_same_moment_meet_in_the_sweep()
    {
        var host = new Host(Event());
        await host.StartAsync("f");
        // What two transactions leave that could not see each other.
        await using (var other = await host.Store.BeginAsync(Ct))
        {
            await other.KeepSignalAsync(new("s-1", "Go", "c-1", "late", host.Now.AddDays(1)), host.Now, Ct);
            await other.CommitAsync(Ct);
        }

        Assert.Equal(1, (await host.AfterAsync(TimeSpan.Zero)).Matched);
        Assert.Equal(ProcessStatus.Finished, host.State().Status);
        Assert.Empty(host.Store.Data.Kept);
    }

    [Fact]
    public async Task What_activities_write_is_committed_with_the_turn()
    {
        var host = new Host(Two()) { Perform = WriteAsync };
        await host.StartAsync("f");

        Assert.Equal(["a i-1:1", "b i-1:2"], host.Store.Data.Effects);
        Assert.Equal(1, host.Store.Commits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fault_undoes_its_own_work_keeps_what_came_before_and_is_listed(bool throws)
    {
        var host = new Host(Two());
        host.Perform = async (call, transaction) =>
        {
            await WriteAsync(call, transaction);
            if (call.ActivityId is "a")
                return ActivityResult.Complete();
            return throws ? throw new InvalidOperationException("no paper") : ActivityResult.Fault("printer-empty", new("no paper", "没有纸"));
        };
        await host.StartAsync("f");

        Assert.Equal(["a i-1:1"], host.Store.Data.Effects);
        var listed = Assert.Single(await host.Runner.ListAsync(new(ProcessStatus.Faulted), Ct));
        var fault = Assert.Single(listed.Faults);
        Assert.Equal(("b", throws ? "exception" : "printer-empty", 1), (fault.ActivityId, fault.Code, fault.Attempt));
        Assert.Contains("no paper", fault.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_that_fails_again_counts_and_one_that_succeeds_goes_on()
    {
        var host = new Host(Two());
        var broken = true;
        host.Perform = async (call, transaction) => call.ActivityId is "b" && broken ? ActivityResult.Fault("x", new("x", "x")) : await WriteAsync(call, transaction);
        await host.StartAsync("f");

        Assert.True((await host.Runner.RetryAsync("i-1", Ct)).Done);
        Assert.Equal(2, host.State().Fault!.Attempt);
        broken = false;
        Assert.True((await host.Runner.RetryAsync("i-1", Ct)).Done);
        Assert.Equal(ProcessStatus.Finished, host.State().Status);
        Assert.Equal(["a i-1:1", "b i-1:2"], host.Store.Data.Effects);
        Assert.Equal(RefusalCodes.ProcessEnded, (await host.Runner.RetryAsync("i-1", Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task The_secretary_moves_a_faulted_process_on()
    {
        var host = new Host(Two());
        host.Perform = (call, _) => Task.FromResult(call.ActivityId is "a" ? ActivityResult.Fault("x", new("x", "x")) : ActivityResult.Complete());
        await host.StartAsync("f");

        Assert.Equal(RefusalCodes.UnknownOutcome, (await host.Runner.MoveOnAsync("i-1", "a", "Sideways", Ct)).Refusal!.Code);
        Assert.Equal(RefusalCodes.NotFaulted, (await host.Runner.MoveOnAsync("i-1", "b", "Done", Ct)).Refusal!.Code);
        Assert.True((await host.Runner.MoveOnAsync("i-1", "a", "Done", Ct)).Done);
        Assert.Equal(ProcessStatus.Finished, host.State().Status);
    }

    [Fact]
    public async Task Cancelling_drops_every_wait()
    {
        var host = new Host(Event());
        await host.StartAsync("f");

        Assert.True((await host.Runner.CancelAsync("i-1", "withdrawn", Ct)).Done);
        Assert.Equal((ProcessStatus.Cancelled, "withdrawn"), (host.State().Status, host.State().CancelReason));
        Assert.Empty(host.Store.Data.Waits);
        Assert.Equal(RefusalCodes.ProcessEnded, (await host.Runner.CancelAsync("i-1", "again", Ct)).Refusal!.Code);
        Assert.Equal(RefusalCodes.UnknownProcess, (await host.Runner.CancelAsync("i-9", "x", Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task A_parent_waits_for_the_process_it_started_and_gets_what_it_gave()
    {
        var host = new Host(
            new Flow("parent").Var("Result", "ObjectDictionary")
                .Add("go", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("child")), ("input", Js("({ Who: '物业' })")), ("waitForCompletion", Literal(true)), ("result", Output("Result")))
                .Add("end", "Elsa.Finish").Path("go", "end"),
            new Flow("child").In("Who").Var("Answer").Out("Answer")
                .Add("e", "Elsa.Event", ("eventName", Literal("Go")))
                .Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Answer" }), ("value", Js("getWho() + ' agrees'")))
                .Add("end", "Elsa.Finish").Path("e", "set", "end"));
        await host.StartAsync("parent");
        Assert.Equal(2, host.Store.Data.Instances.Count);
        Assert.Equal(ProcessStatus.Waiting, host.State().Status);

        await host.SignalAsync("s-1", "Go");
        Assert.Equal(ProcessStatus.Finished, host.State().Status);
        Assert.Equal("物业 agrees", host.State().Variables["Result"].AsMap()["Answer"].AsText());
        Assert.Empty(host.Store.Data.Works);
        Assert.Empty(host.Reports);
    }

    [Fact]
    public async Task Dispatching_what_does_not_exist_faults_where_it_stands()
    {
        var host = new Host(new Flow("f").In("Which").Add("go", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Input("Which"))).Add("end", "Elsa.Finish").Path("go", "end"));
        await host.StartAsync("f", inputs: ValueMap.Of(("Which", "nowhere")));

        Assert.Equal(("go", RefusalCodes.UnknownWorkflow), (host.State().Fault!.ActivityId, host.State().Fault!.Code));
        Assert.Empty(host.Store.Data.Works);
    }

    [Fact]
    public async Task A_chain_of_processes_without_end_does_not_hang_the_caller()
    {
        var host = new Host(new Flow("f").Add("go", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("f"))).Add("end", "Elsa.Finish").Path("go", "end"));
        await host.StartAsync("f");

        Assert.InRange(host.Store.Data.Instances.Count, 2, 100);
        Assert.Single(host.Store.Data.Works);
    }

    private static async Task<ActivityResult> WriteAsync(ActivityCall call, MemoryTransaction transaction)
    {
        await transaction.EffectAsync($"{call.ActivityId} {call.ActivityInstanceId}");
        return ActivityResult.Complete();
    }
}
