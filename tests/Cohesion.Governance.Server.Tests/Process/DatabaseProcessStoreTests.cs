using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Process;

/// <summary>The runner over a real database, with definitions made of Elsa's own activities.</summary>
public sealed class DatabaseProcessStoreTests
{
    private static Task<(GovernanceApp App, IProcessPort Port, string Directory)> Start()
    {
        var directory = TestWorkflows.Write(TestWorkflows.WaitAndPause);
        var app = new GovernanceApp { WorkflowDirectory = directory };
        return Task.FromResult((app, app.Services.GetRequiredService<IProcessPort>(), directory));
    }

    private static StartProcess Begin(string id) => new(id, "vote", id, ValueMap.Empty);

    private static ProcessSignal Go(string id, string key) => new(id, "go", key, WorkflowValue.Nothing, GovernanceApp.Begin.AddDays(10));

    [Fact]
    public async Task An_event_then_a_timer_of_forty_days_bring_it_to_its_end()
    {
        var (app, port, _) = await Start();
        await using var _app = app;

        await port.StartAsync(Begin("a"), default);
        Assert.Equal(SignalResult.Delivered, (await port.SignalAsync(Go("s1", "a"), default)).Result);
        app.Clock.Advance(TimeSpan.FromDays(40) - TimeSpan.FromTicks(1));
        Assert.Equal(0, (await port.FireDueAsync(app.Clock.GetUtcNow(), default)).Timers);
        app.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, (await port.FireDueAsync(app.Clock.GetUtcNow(), default)).Timers);

        Assert.Equal(ProcessStatus.Finished, (await port.FindAsync("a", default))!.Status);
        Assert.Equal(0, await app.Db(db => db.ProcessWaits.CountAsync()));
        Assert.Equal(0, await app.Db(db => db.ProcessWaitEvents.CountAsync()));
    }

    [Fact]
    public async Task An_event_before_anybody_waits_is_kept_and_taken_once()
    {
        var (app, port, _) = await Start();
        await using var _app = app;

        Assert.Equal(SignalResult.Kept, (await port.SignalAsync(Go("s1", "a"), default)).Result);
        Assert.Equal(SignalResult.Duplicate, (await port.SignalAsync(Go("s1", "a"), default)).Result);
        await port.StartAsync(Begin("a"), default);

        Assert.Equal("pause", Assert.Single((await port.FindAsync("a", default))!.Here).ActivityId);
        Assert.Equal(0, await app.Db(db => db.KeptSignals.CountAsync()));
    }

    [Fact]
    public async Task An_event_whose_time_is_over_is_forgotten()
    {
        var (app, port, _) = await Start();
        await using var _app = app;

        await port.SignalAsync(Go("s1", "a"), default);
        app.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal(1, (await port.FireDueAsync(app.Clock.GetUtcNow(), default)).Expired);
        await port.StartAsync(Begin("a"), default);

        Assert.Equal("go", Assert.Single((await port.FindAsync("a", default))!.Here).ActivityId);
    }

    [Fact]
    public async Task Twelve_signals_at_once_move_it_one_step()
    {
        var (app, port, _) = await Start();
        await using var _app = app;
        await port.StartAsync(Begin("a"), default);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => port.SignalAsync(Go($"s{i}", "a"), default))));

        Assert.Equal(1, receipts.Count(r => r.Result == SignalResult.Delivered));
        Assert.Equal(1, (await port.FindAsync("a", default))!.Visits.Single(v => v.ActivityId == "pause").Times);
    }

    [Fact]
    public async Task A_process_ends_on_the_version_it_began_with_although_the_file_has_changed()
    {
        var (app, port, directory) = await Start();
        await using var _app = app;
        await port.StartAsync(Begin("a"), default);
        await port.SignalAsync(Go("s1", "a"), default);

        TestWorkflows.Rewrite(directory, "vote", TestWorkflows.WaitAndPause.Replace("P40D", "P2D", StringComparison.Ordinal));
        await using var next = app.Restart();
        var later = next.Services.GetRequiredService<IProcessPort>();
        await later.StartAsync(Begin("b"), default);
        await later.SignalAsync(Go("s2", "b"), default);

        Assert.Equal(GovernanceApp.Begin.AddDays(40), Assert.Single((await later.FindAsync("a", default))!.Here).DueAt);
        Assert.Equal(GovernanceApp.Begin.AddDays(2), Assert.Single((await later.FindAsync("b", default))!.Here).DueAt);
        next.Clock.Advance(TimeSpan.FromDays(40));
        await later.FireDueAsync(next.Clock.GetUtcNow(), default);
        Assert.Equal(ProcessStatus.Finished, (await later.FindAsync("a", default))!.Status);
    }

    [Fact]
    public async Task A_value_given_at_the_start_takes_the_place_of_the_definitions_own()
    {
        var (app, port, _) = await Start();
        await using var _app = app;

        await port.StartAsync(Begin("a") with { Variables = ValueMap.Of(("Pause", "P3D"), ("Unknown", "P1D")) }, default);
        await port.SignalAsync(Go("s1", "a"), default);

        Assert.Equal(GovernanceApp.Begin.AddDays(3), Assert.Single((await port.FindAsync("a", default))!.Here).DueAt);
    }
}
