using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Conformance;

/// <summary>Timers and events.</summary>
public abstract partial class ProcessPortConformance
{
    internal static Flow EventFlow(string id = "f") => new Flow(id).Var("Got")
        .Add("e", "Elsa.Event", ("eventName", Literal("Go")), ("result", Output("Got"))).Add("say", "Elsa.WriteLine", ("text", Js("'got ' + variables.Got"))).Add("end", "Elsa.Finish").Path("e", "say", "end");

    [Theory]
    [InlineData("PT1M")]
    [InlineData("P25D")]
    [InlineData("P400D")]
    [InlineData("40.00:00:00")]
    public async Task A_timer_of_any_length_fires_once_when_it_is_due(string length)
    {
        await using var engine = await EngineAsync(new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Literal(length))).Add("end", "Elsa.Finish").Path("d", "end"));
        await engine.StartAsync();
        Assert.True(Duration.TryParse(length, out var duration));

        Assert.Equal(0, (await engine.AfterAsync(duration.Time - TimeSpan.FromSeconds(1))).Timers);
        Assert.Equal(1, (await engine.AfterAsync(TimeSpan.FromSeconds(1))).Timers);
        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        Assert.Equal(0, (await engine.AfterAsync(TimeSpan.FromDays(1000))).Timers);
    }

    [Fact]
    public async Task A_month_is_a_calendar_month()
    {
        await using var engine = await EngineAsync(new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Literal("P1M"))).Add("end", "Elsa.Finish").Path("d", "end"));
        await engine.StartAsync();

        // From 1 March to 1 April.
        Assert.Equal(EngineUnderTest.Begin.AddDays(31), Assert.Single((await engine.ViewAsync()).Here).DueAt);
    }

    [Theory]
    [InlineData("2026-06-01T09:00:00+08:00", true)]
    [InlineData("2020-06-01T09:00:00+08:00", false)]
    public async Task Waits_until_a_moment_unless_it_is_past(string moment, bool waits)
    {
        await using var engine = await EngineAsync(new Flow("f").Add("s", "Elsa.StartAt", ("dateTime", Literal(moment))).Add("end", "Elsa.Finish").Path("s", "end"));
        await engine.StartAsync();
        Assert.Equal(waits ? ProcessStatus.Waiting : ProcessStatus.Finished, await engine.StatusAsync());
        if (waits)
        {
            Assert.Equal(new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero), Assert.Single((await engine.ViewAsync()).Here).DueAt);
            Assert.Equal(1, (await engine.AfterAsync(TimeSpan.FromDays(92))).Timers);
            Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        }
    }

    [Fact]
    public async Task Timers_missed_while_the_server_was_down_fire_late_but_all_of_them()
    {
        await using var engine = await EngineAsync(new Flow("f").Add("d", "Elsa.Delay", ("timeSpan", Literal("P30D"))).Add("end", "Elsa.Finish").Path("d", "end"));
        for (var i = 0; i < 5; i++)
            await engine.StartAsync(instanceId: $"i-{i}");
        await engine.RestartAsync();

        var report = await engine.AfterAsync(TimeSpan.FromDays(99));
        Assert.Equal((5, 0), (report.Timers, report.Failures.Length));
        Assert.All(await engine.Port.ListAsync(new(), Ct), view => Assert.Equal(ProcessStatus.Finished, view.Status));
    }

    [Fact]
    public async Task An_early_event_is_kept_for_the_first_who_waits()
    {
        await using var engine = await EngineAsync(EventFlow());
        Assert.Equal(SignalResult.Kept, (await engine.SignalAsync("s-1", "Go", payload: "early", keep: TimeSpan.FromDays(1))).Result);
        await engine.StartAsync();

        Assert.Equal(ProcessStatus.Finished, await engine.StatusAsync());
        Assert.Equal(["got early"], engine.Said);
        await engine.StartAsync(instanceId: "i-2");
        Assert.Equal(ProcessStatus.Waiting, await engine.StatusAsync("i-2"));
    }

    [Fact]
    public async Task Early_events_come_in_the_order_they_were_sent()
    {
        await using var engine = await EngineAsync(new Flow("f").Var("First").Var("Second")
            .Add("a", "Elsa.Event", ("eventName", Literal("Go")), ("result", Output("First"))).Add("b", "Elsa.Event", ("eventName", Literal("Go")), ("result", Output("Second"))).Add("end", "Elsa.Finish").Path("a", "b", "end"));
        await engine.SignalAsync("s-2", "Go", payload: "one", keep: TimeSpan.FromDays(1));
        await engine.SignalAsync("s-1", "Go", payload: "two", keep: TimeSpan.FromDays(1));
        await engine.StartAsync();

        var variables = (await engine.ViewAsync()).Variables;
        Assert.Equal("one two", variables["First"].AsText() + " " + variables["Second"].AsText());
    }

    [Fact]
    public async Task An_early_event_is_gone_when_its_time_is_over()
    {
        await using var engine = await EngineAsync(EventFlow());
        await engine.SignalAsync("s-1", "Go", keep: TimeSpan.FromDays(1));
        Assert.Equal(1, (await engine.AfterAsync(TimeSpan.FromDays(1))).Expired);
        await engine.StartAsync();

        Assert.Equal(ProcessStatus.Waiting, await engine.StatusAsync());
    }

    [Fact]
    public async Task A_signal_sent_twice_counts_once()
    {
        await using var engine = await EngineAsync(new Flow("f").Add("a", "Elsa.Event", ("eventName", Literal("Go"))).Add("b", "Elsa.Event", ("eventName", Literal("Go"))).Add("end", "Elsa.Finish").Path("a", "b", "end"));
        await engine.StartAsync();

        Assert.Equal(SignalResult.Delivered, (await engine.SignalAsync("s-1", "Go")).Result);
        Assert.Equal(SignalResult.Duplicate, (await engine.SignalAsync("s-1", "Go")).Result);
        Assert.Equal("b", Assert.Single((await engine.ViewAsync()).Here).ActivityId);
    }

    [Fact]
    public async Task An_event_reaches_everybody_who_waits_for_it_and_nobody_else()
    {
        await using var engine = await EngineAsync(EventFlow());
        await engine.StartAsync(instanceId: "i-1");
        await engine.StartAsync(instanceId: "i-2");
        await engine.StartAsync(instanceId: "i-3", correlationId: "other");

        Assert.Equal(["i-1", "i-2"], (await engine.SignalAsync("s-1", "Go")).Instances);
        Assert.Equal(
            [ProcessStatus.Finished, ProcessStatus.Finished, ProcessStatus.Waiting],
            [await engine.StatusAsync("i-1"), await engine.StatusAsync("i-2"), await engine.StatusAsync("i-3")]);
        Assert.Equal(SignalResult.NobodyWaits, (await engine.SignalAsync("s-2", "Go")).Result);
    }
}
