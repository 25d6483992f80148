using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Conformance;

/// <summary>Restarts, races, faults and new versions.</summary>
public abstract partial class ProcessPortConformance
{
    internal static Flow Two() => new Flow("f").Add("a", "Governance.Post").Add("b", "Governance.Post").Add("end", "Elsa.Finish").Path("a", "b", "end");

    internal static async Task<ActivityResult> WriteAsync(ActivityCall call, MemoryTransaction transaction)
    {
        await transaction.EffectAsync($"{call.ActivityId} {call.ActivityInstanceId}");
        return ActivityResult.Complete();
    }

    [Fact]
    public async Task A_restart_in_the_middle_changes_nothing()
    {
        await using var engine = await EngineAsync(VoteFlow());
        engine.Perform = VoteAsync;
        await engine.StartAsync();
        await engine.RestartAsync();
        Assert.Equal("vote", Assert.Single((await engine.ViewAsync()).Here).ActivityId);
        await engine.SignalAsync("s-1", "Vote.Decided", "p-1", ValueMap.Of(("outcome", "Adopted")));

        Assert.Equal(["adopted with 42"], engine.Said);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Fact]
    public async Task Of_two_that_wake_the_same_wait_one_wins_and_the_other_is_told_so()
    {
        await using var engine = await EngineAsync(VoteFlow());
        engine.Perform = VoteAsync;
        await engine.StartAsync();
        var both = await Task.WhenAll(
            Task.Run(() => engine.SignalAsync("s-1", "Vote.Decided", "p-1", ValueMap.Of(("outcome", "Adopted"))), Ct),
            Task.Run(() => engine.SignalAsync("s-2", "Vote.Decided", "p-1", ValueMap.Of(("outcome", "Rejected"))), Ct));

        Assert.Equal([SignalResult.Delivered, SignalResult.NobodyWaits], both.Select(receipt => receipt.Result).Order());
        Assert.Single(engine.Said);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Fact]
    public async Task A_timer_and_an_event_at_once_go_one_way_only()
    {
        await using var engine = await EngineAsync(VoteFlow());
        engine.Perform = VoteAsync;
        await engine.StartAsync();
        engine.Now += TimeSpan.FromDays(7);
        await Task.WhenAll(
            Task.Run(() => engine.Port.FireDueAsync(engine.Now, Ct), Ct),
            Task.Run(() => engine.Port.FireDueAsync(engine.Now, Ct), Ct),
            Task.Run(() => engine.SignalAsync("s-1", "Vote.Decided", "p-1", ValueMap.Of(("outcome", "Adopted"))), Ct));

        Assert.Single(engine.Said);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fault_undoes_its_own_work_keeps_what_came_before_and_is_listed(bool throws)
    {
        await using var engine = await EngineAsync(Two());
        engine.Perform = async (call, transaction) =>
        {
            await WriteAsync(call, transaction);
            if (call.ActivityId is "a")
                return ActivityResult.Complete();
            return throws ? throw new InvalidOperationException("no paper") : ActivityResult.Fault("printer-empty", new("no paper", "没有纸"));
        };
        await engine.StartAsync();

        Assert.Equal(["a i-1:1"], engine.Effects);
        var fault = Assert.Single(Assert.Single(await engine.Port.ListAsync(new(ProcessStatus.Faulted), Ct)).Faults);
        Assert.Equal(("b", throws ? "exception" : "printer-empty", 1), (fault.ActivityId, fault.Code, fault.Attempt));
        Assert.Contains("no paper", fault.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_that_fails_again_counts_and_one_that_succeeds_goes_on()
    {
        await using var engine = await EngineAsync(Two());
        var broken = true;
        engine.Perform = async (call, transaction) => call.ActivityId is "b" && broken ? ActivityResult.Fault("x", new("x", "x")) : await WriteAsync(call, transaction);
        await engine.StartAsync();
        await engine.RestartAsync();

        Assert.True((await engine.Port.RetryAsync("i-1", Ct)).Done);
        Assert.Equal(2, Assert.Single((await engine.ViewAsync()).Faults).Attempt);
        broken = false;
        Assert.True((await engine.Port.RetryAsync("i-1", Ct)).Done);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        Assert.Equal(["a i-1:1", "b i-1:2"], engine.Effects);
        Assert.Equal(RefusalCodes.ProcessEnded, (await engine.Port.RetryAsync("i-1", Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task A_fault_after_a_wait_is_retried_with_what_woke_it()
    {
        await using var engine = await EngineAsync(VoteFlow());
        var broken = true;
        engine.Perform = (call, transaction) => call.Resumption is not null && broken ? throw new InvalidOperationException("the database is full") : VoteAsync(call, transaction);
        await engine.StartAsync();
        await engine.SignalAsync("s-1", "Vote.Decided", "p-1", ValueMap.Of(("outcome", "Adopted")));
        Assert.Equal(ProcessStatus.Faulted, await engine.StatusAsync());
        broken = false;
        await engine.RestartAsync();
        Assert.True((await engine.Port.RetryAsync("i-1", Ct)).Done);

        Assert.Equal(["adopted with 42"], engine.Said);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Fact]
    public async Task A_script_that_fails_faults_its_activity_and_leaves_the_others_alone()
    {
        await using var engine = await EngineAsync(new Flow("f").In("Map", "ObjectDictionary").Add("fork", "Elsa.FlowFork", ("branches", Literal(new System.Text.Json.Nodes.JsonArray("A", "B"))))
            .Add("bad", "Elsa.WriteLine", ("text", Js("getMap().a.b"))).Add("e", "Elsa.Event", ("eventName", Literal("Go"))).Add("say", "Elsa.WriteLine", ("text", Literal("went on")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAll"))).Add("end", "Elsa.Finish").Path("fork:A", "bad", "join", "end").Path("fork:B", "e", "say", "join"));
        await engine.StartAsync(inputs: ValueMap.Of(("Map", ValueMap.Empty)));
        var fault = Assert.Single((await engine.ViewAsync()).Faults);
        Assert.Equal(("bad", "expression"), (fault.ActivityId, fault.Code));
        Assert.Equal(ProcessStatus.Faulted, await engine.StatusAsync());

        Assert.Equal(SignalResult.Delivered, (await engine.SignalAsync("s-1", "Go")).Result);
        Assert.Equal(["went on"], engine.Said);
        Assert.True((await engine.Port.MoveOnAsync("i-1", "bad", "Done", Ct)).Done);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Fact]
    public async Task The_secretary_moves_a_faulted_process_on()
    {
        await using var engine = await EngineAsync(Two());
        engine.Perform = (call, _) => Task.FromResult(call.ActivityId is "a" ? ActivityResult.Fault("x", new("x", "x")) : ActivityResult.Complete());
        await engine.StartAsync();

        Assert.Equal(RefusalCodes.UnknownOutcome, (await engine.Port.MoveOnAsync("i-1", "a", "Sideways", Ct)).Refusal!.Code);
        Assert.Equal(RefusalCodes.NotFaulted, (await engine.Port.MoveOnAsync("i-1", "b", "Done", Ct)).Refusal!.Code);
        Assert.True((await engine.Port.MoveOnAsync("i-1", "a", "Done", Ct)).Done);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
    }

    [Fact]
    public async Task Cancelling_drops_every_wait()
    {
        await using var engine = await EngineAsync(EventFlow());
        await engine.StartAsync();

        Assert.True((await engine.Port.CancelAsync("i-1", "withdrawn", Ct)).Done);
        Assert.Equal(ProcessStatus.Cancelled, await engine.StatusAsync());
        Assert.Equal(SignalResult.NobodyWaits, (await engine.SignalAsync("s-1", "Go")).Result);
        Assert.Equal(RefusalCodes.ProcessEnded, (await engine.Port.CancelAsync("i-1", "again", Ct)).Refusal!.Code);
        Assert.Equal(RefusalCodes.UnknownProcess, (await engine.Port.CancelAsync("i-9", "x", Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task A_process_ends_on_the_version_it_began_with()
    {
        Flow Saying(string text, int version) => new Flow("f").Add("e", "Elsa.Event", ("eventName", Literal("Go"))).Add("say", "Elsa.WriteLine", ("text", Literal(text))).Add("end", "Elsa.Finish")
            .Path("e", "say", "end").Top("version", version).Top("id", $"f-v{version}");
        await using var engine = await EngineAsync(Saying("old", 1));
        await engine.StartAsync(instanceId: "i-1");
        await engine.DeployAsync(Saying("new", 2));
        await engine.StartAsync(instanceId: "i-2");
        await engine.SignalAsync("s-1", "Go");

        Assert.Equal(["i-1 say old", "i-2 say new"], engine.Log.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whenever_the_server_is_killed_each_effect_is_there_once_and_the_process_ends()
    {
        for (var point = 1; ; point++)
        {
            await using var engine = await EngineAsync(Two());
            engine.Perform = WriteAsync;
            engine.Store.CrashAfter = engine.Store.Operations + point;
            engine.Store.CrashKeepsCommit = point % 2 == 0;
            try
            {
                await engine.StartAsync();
            }
            catch (Exception exception) when (engine.Store.Dead)
            {
                Assert.NotNull(exception);
            }

            var died = engine.Store.Dead;
            engine.Store.Restart();
            if (!died)
            {
                Assert.InRange(point, 3, 200);
                return;
            }

            await engine.RestartAsync();
            await engine.StartAsync();
            await engine.AfterAsync(TimeSpan.Zero);
            Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
            Assert.Equal(["a i-1:1", "b i-1:2"], engine.Effects);
        }
    }

    [Fact]
    public async Task Whenever_the_server_is_killed_an_event_wakes_what_waited_for_it_and_nothing_later()
    {
        for (var point = 1; ; point++)
        {
            await using var engine = await EngineAsync(new Flow("f").Add("a", "Elsa.Event", ("eventName", Literal("Go"))).Add("post", "Governance.Post")
                .Add("b", "Elsa.Event", ("eventName", Literal("Go"))).Add("end", "Elsa.Finish").Path("a", "post", "b", "end"));
            engine.Perform = WriteAsync;
            await engine.StartAsync();
            engine.Store.CrashAfter = engine.Store.Operations + point;
            engine.Store.CrashKeepsCommit = point % 2 == 0;
            try
            {
                await engine.SignalAsync("s-1", "Go", keep: TimeSpan.FromDays(1));
            }
            catch (Exception exception) when (engine.Store.Dead)
            {
                Assert.NotNull(exception);
            }

            var died = engine.Store.Dead;
            engine.Store.Restart();
            if (!died)
            {
                Assert.InRange(point, 3, 200);
                return;
            }

            await engine.RestartAsync();
            await engine.SignalAsync("s-1", "Go", keep: TimeSpan.FromDays(1));
            await engine.AfterAsync(TimeSpan.Zero);
            Assert.Equal("b", Assert.Single((await engine.ViewAsync()).Here).ActivityId);
            Assert.Equal(["post i-1:2"], engine.Effects);
        }
    }

    [Fact]
    public async Task Whenever_the_server_is_killed_a_time_wakes_what_waited_for_it_once()
    {
        for (var point = 1; ; point++)
        {
            await using var engine = await EngineAsync(new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Literal("P30D"))).Add("post", "Governance.Post")
                .Add("b", "Elsa.Event", ("eventName", Literal("Go"))).Add("end", "Elsa.Finish").Path("d", "post", "b", "end"));
            engine.Perform = WriteAsync;
            await engine.StartAsync();
            engine.Now += TimeSpan.FromDays(31);
            engine.Store.CrashAfter = engine.Store.Operations + point;
            engine.Store.CrashKeepsCommit = point % 2 == 0;
            try
            {
                await engine.Port.FireDueAsync(engine.Now, Ct);
            }
            catch (Exception exception) when (engine.Store.Dead)
            {
                Assert.NotNull(exception);
            }

            var died = engine.Store.Dead;
            engine.Store.Restart();
            if (!died)
            {
                Assert.InRange(point, 3, 200);
                return;
            }

            await engine.RestartAsync();
            await engine.AfterAsync(TimeSpan.Zero);
            Assert.Equal("b", Assert.Single((await engine.ViewAsync()).Here).ActivityId);
            Assert.Equal(["post i-1:2"], engine.Effects);
        }
    }
}
