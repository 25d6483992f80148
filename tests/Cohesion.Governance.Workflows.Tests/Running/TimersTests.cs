using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Running;

public sealed class TimersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Flow Delay(string length) => new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Literal(length))).Add("end", "Elsa.Finish").Path("d", "end");

    [Theory]
    [InlineData("PT1M")]
    [InlineData("P25D")]
    [InlineData("P400D")]
    public async Task A_timer_of_any_length_fires_once_when_it_is_due(string length)
    {
        var host = new Host(Delay(length));
        await host.StartAsync("f");
        Assert.True(Duration.TryParse(length, out var duration));

        Assert.Equal(0, (await host.AfterAsync(duration.Time - TimeSpan.FromSeconds(1))).Timers);
        Assert.Equal(1, (await host.AfterAsync(TimeSpan.FromSeconds(1))).Timers);
        Assert.Equal(ProcessStatus.Finished, host.State().Status);
        Assert.Equal(0, (await host.AfterAsync(TimeSpan.FromDays(1000))).Timers);
    }

    [Fact]
    public async Task Timers_missed_while_nobody_swept_fire_late_but_all_of_them()
    {
        var host = new Host(Delay("P1D"));
        for (var i = 0; i < 450; i++)
            await host.StartAsync("f", $"i-{i}");

        var report = await host.AfterAsync(TimeSpan.FromDays(99));
        Assert.Equal((450, 0), (report.Timers, report.Failures.Length));
        Assert.All(host.Store.Data.Instances.Keys, id => Assert.Equal(ProcessStatus.Finished, host.State(id).Status));
    }

    [Fact]
    public async Task A_timer_of_a_process_that_cannot_go_on_does_not_stop_the_others()
    {
        var host = new Host(Delay("P1D"));
        await host.StartAsync("f", "i-1");
        var old = host.Current("f")!;
        host.Deploy(Delay("P2D"));
        await host.StartAsync("f", "i-2");
        host.Forget(old);

        var report = await host.AfterAsync(TimeSpan.FromDays(3));
        Assert.Equal(1, report.Timers);
        Assert.Contains("i-1", Assert.Single(report.Failures).What, StringComparison.Ordinal);
        Assert.Equal(ProcessStatus.Finished, host.State("i-2").Status);
    }

    [Fact]
    public async Task Two_sweeps_at_once_fire_each_timer_once()
    {
        var host = new Host(new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add("p", "Governance.Post").Add("end", "Elsa.Finish").Path("d", "p", "end"));
        host.Perform = async (call, transaction) =>
        {
            await transaction.EffectAsync(call.ActivityInstanceId);
            return ActivityResult.Complete();
        };
        for (var i = 0; i < 60; i++)
            await host.StartAsync("f", $"i-{i}");
        host.Store.Yields = true;
        host.Now = host.Now.AddDays(2);

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.Runner.FireDueAsync(host.Now, Ct), Ct)));
        Assert.Equal(60, reports.Sum(report => report.Timers));
        Assert.Equal(60, host.Store.Data.Effects.Count);
        Assert.Equal(60, host.Store.Data.Effects.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Of_an_event_and_a_timer_at_the_same_time_one_wins()
    {
        var host = new Host(new Flow("f").Add("vote", "Governance.OpenVote", ("proposalId", Literal("p"))).Add("end", "Elsa.Finish").Path("vote:Adopted", "end").Path("vote:Rejected", "end"));
        host.Perform = async (call, transaction) =>
        {
            if (call.Resumption is null)
                return ActivityResult.WaitFor(call.Now.AddDays(1), new EventKey("Decided", "p"));
            await transaction.EffectAsync(call.Resumption.TimedOut ? "closed" : "decided");
            return ActivityResult.Complete(call.Resumption.TimedOut ? "Rejected" : "Adopted");
        };
        host.Store.Yields = true;
        for (var i = 0; i < 100; i++)
        {
            await host.StartAsync("f", $"i-{i}");
            host.Now = host.Now.AddDays(2);
            await Task.WhenAll(
                Task.Run(() => host.SignalAsync($"s-{i}", "Decided", "p"), Ct),
                Task.Run(() => host.Runner.FireDueAsync(host.Now, Ct), Ct));
            Assert.Equal(ProcessStatus.Finished, host.State($"i-{i}").Status);
            Assert.Equal(i + 1, host.Store.Data.Effects.Count);
        }
    }

    [Theory]
    [InlineData(true, SignalResult.Kept)]
    [InlineData(false, SignalResult.NobodyWaits)]
    public async Task An_event_that_saw_the_wait_and_found_it_gone_is_kept_or_told_so_and_never_lost(bool keep, SignalResult expected)
    {
        var host = new Host(new Flow("f").Add("vote", "Governance.OpenVote", ("proposalId", Literal("p"))).Add("end", "Elsa.Finish").Path("vote:Adopted", "end").Path("vote:Rejected", "end"))
        {
            Perform = (call, _) => Task.FromResult(call.Resumption is null ? ActivityResult.WaitFor(call.Now.AddDays(1), new EventKey("Decided", "p")) : ActivityResult.Complete("Adopted")),
        };
        await host.StartAsync("f");
        host.Store.Between = () => host.AfterAsync(TimeSpan.FromDays(1));

        var receipt = await host.SignalAsync("s-1", "Decided", "p", keep: keep ? TimeSpan.FromDays(9) : null);
        Assert.Equal((expected, keep), (receipt.Result, host.Store.Data.Kept.ContainsKey("s-1")));
        Assert.Equal(ProcessStatus.Finished, host.State().Status);
    }

    [Fact]
    public async Task Two_signals_at_once_for_one_process_both_count_and_no_step_runs_twice()
    {
        var host = new Host(new Flow("f")
            .Add("a", "Elsa.Event", ("eventName", Literal("Go"))).Add("pa", "Governance.Post")
            .Add("b", "Elsa.Event", ("eventName", Literal("Go"))).Add("pb", "Governance.Post")
            .Add("end", "Elsa.Finish").Path("a", "pa", "b", "pb", "end"));
        host.Perform = async (call, transaction) =>
        {
            await transaction.EffectAsync(call.ActivityInstanceId);
            return ActivityResult.Complete();
        };
        host.Store.Yields = true;
        for (var i = 0; i < 100; i++)
        {
            await host.StartAsync("f", $"i-{i}", $"c-{i}");
            await Task.WhenAll(
                Task.Run(() => host.SignalAsync($"x-{i}", "Go", $"c-{i}"), Ct),
                Task.Run(() => host.SignalAsync($"y-{i}", "Go", $"c-{i}"), Ct));
            Assert.Equal(ProcessStatus.Finished, host.State($"i-{i}").Status);
        }

        Assert.Equal(200, host.Store.Data.Effects.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(200, host.Store.Data.Effects.Count);
    }

    [Fact]
    public async Task Running_processes_stay_on_the_version_they_began_with()
    {
        Flow Say(string word) => new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add("w", "Elsa.WriteLine", ("text", Literal(word))).Add("end", "Elsa.Finish").Path("d", "w", "end");
        var host = new Host(Say("old"));
        await host.StartAsync("f", "i-1");
        host.Deploy(Say("new"));
        await host.StartAsync("f", "i-2");

        await host.AfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(["i-1 w old", "i-2 w new"], host.Store.Data.Log.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Signal_ids_are_forgotten_after_a_month()
    {
        var host = new Host(Delay("P1D"));
        await host.SignalAsync("s-1", "Go");
        await host.AfterAsync(ProcessRunner.SignalMemory);
        Assert.Single(host.Store.Data.Accepted);

        await host.AfterAsync(TimeSpan.FromSeconds(1));
        Assert.Empty(host.Store.Data.Accepted);
    }
}
