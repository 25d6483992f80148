using System.Linq.Expressions;
using Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;
using Cohesion.Governance.Server.Jobs;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Jobs;

/// <summary>Jobs on a real Hangfire server over its in-memory storage.</summary>
[Collection("Hangfire")]
public sealed class JobsTests
{
    [Fact]
    public async Task A_reminder_and_an_escalation_are_sent_by_hangfire_each_once()
    {
        await using var p = await Promise.Resolved(With(scheduled: false));
        var id = await p.Assign();
        await Run<RunDueJob>(p, job => job.Run(CancellationToken.None));
        await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id));
        await Run<RunDueJob>(p, job => job.Run(CancellationToken.None));

        p.App.Clock.SetUtcNow(GovernanceApp.Begin.AddDays(7));
        await Run<RunDueJob>(p, job => job.Run(CancellationToken.None));
        await Run<DeliverNoticesJob>(p, job => job.Run(CancellationToken.None));
        Assert.Equal(1, await Delivered(p, p.Town.Property, "followup.reminder"));
        Assert.Equal(0, await Delivered(p, p.Town.PartyCommittee, "followup.chase"));

        // Three days late, and the server was away meanwhile: owner, secretary and party committee hear of it, each rung once.
        p.App.Clock.SetUtcNow(GovernanceApp.Begin.AddDays(13));
        await Run<RunDueJob>(p, job => job.Run(CancellationToken.None));
        await Run<RunDueJob>(p, job => job.Run(CancellationToken.None));
        await Run<DeliverNoticesJob>(p, job => job.Run(CancellationToken.None));
        await Run<DeliverNoticesJob>(p, job => job.Run(CancellationToken.None));
        Assert.Equal(1, await Delivered(p, p.Town.Property, "followup.reminder"));
        Assert.Equal(3, await Delivered(p, p.Town.Property, "followup.chase"));
        Assert.Equal(1, await Delivered(p, p.Town.Secretary, "followup.chase"));
        Assert.Equal(1, await Delivered(p, p.Town.PartyCommittee, "followup.chase"));
        Assert.Equal(0, await Delivered(p, p.Town.Convenor, "followup.chase"));
        Assert.Equal(0, await p.App.Db(db => db.Notifications.CountAsync(n => n.DeliveredAt == null)));
    }

    [Fact]
    public async Task The_schedules_run_by_themselves()
    {
        await using var p = await Promise.Adopted(With(scheduled: true));
        var storage = p.App.Services.GetRequiredService<JobStorage>();

        await Until(() => Task.FromResult(storage.GetMonitoringApi().SucceededListCount() >= 2), "two jobs have succeeded");

        using var connection = storage.GetConnection();
        var schedules = connection.GetRecurringJobs().ToDictionary(j => j.Id, StringComparer.Ordinal);
        Assert.Equal(new[] { Schedules.DeliverNotices, Schedules.ForgetOld, Schedules.RunDue, Schedules.SealJournals }, schedules.Keys.Order(StringComparer.Ordinal));
        Assert.All(schedules.Values, j => Assert.Null(j.Error));
        Assert.Equal(0, storage.GetMonitoringApi().FailedCount());
    }

    [Fact]
    public async Task The_next_timer_is_waited_for_with_a_job_of_its_own()
    {
        await using var p = await Promise.Resolved(With(scheduled: false));
        await p.Assign();

        await Run<RunDueJob>(p, job => job.Run(CancellationToken.None));
        await Run<RunDueJob>(p, job => job.Run(CancellationToken.None));

        // The owner has three days to answer; planned once, however often the due work is run.
        var planned = Assert.Single(p.App.Services.GetRequiredService<JobStorage>().GetMonitoringApi().ScheduledJobs(0, 10));
        Assert.Equal(typeof(RunDueJob), planned.Value.Job.Type);
        var delay = planned.Value.EnqueueAt - planned.Value.ScheduledAt!.Value;
        Assert.InRange(delay, TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1), TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Old_answers_are_forgotten_by_a_job()
    {
        await using var p = await Promise.Adopted(With(scheduled: false));
        await p.App.Db(db =>
        {
            db.IdempotentAnswers.Add(new IdempotentAnswer { PersonId = Guid.Empty, Key = "old", RequestHash = "", Answer = "{}", At = p.Now.AddDays(-31) });
            return Task.CompletedTask;
        });

        await Run<ForgetOldJob>(p, job => job.Run(CancellationToken.None));

        Assert.Equal(0, await p.App.Db(db => db.IdempotentAnswers.CountAsync()));
    }

    [Fact]
    public async Task What_a_commit_left_to_be_told_does_not_wait_for_the_sweep()
    {
        await using var p = await Promise.Resolved(With(scheduled: true));
        var schedules = p.App.Services.GetRequiredService<IRecurringJobManager>();
        foreach (var sweep in new[] { Schedules.RunDue, Schedules.DeliverNotices, Schedules.ForgetOld })
        {
            schedules.RemoveIfExists(sweep);
        }

        await p.Assign();
        await p.App.RunProcesses();

        // The pulse goes by the server's clock, which stands until it is moved.
        p.App.Clock.Advance(TimeSpan.FromSeconds(1));

        await Until(async () => await Delivered(p, p.Town.Property, "followup.offered") == 1, "the offer is delivered");
    }

    [Fact]
    public async Task In_tests_nothing_runs_by_itself()
    {
        await using var p = await Promise.Adopted();
        var storage = p.App.Services.GetRequiredService<JobStorage>();

        Assert.Empty(storage.GetMonitoringApi().Servers());
        using var connection = storage.GetConnection();
        Assert.Empty(connection.GetRecurringJobs());
    }

    private static GovernanceApp With(bool scheduled) => new()
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Jobs:Enabled"] = "true",
            ["Jobs:Scheduled"] = scheduled ? "true" : "false",
        },
    };

    /// <summary>Puts a job in Hangfire's queue, and waits until Hangfire says that it has succeeded.</summary>
    private static async Task Run<TJob>(Promise p, Expression<Func<TJob, Task>> work)
    {
        var job = p.App.Services.GetRequiredService<IBackgroundJobClient>().Enqueue(work);
        using var connection = p.App.Services.GetRequiredService<JobStorage>().GetConnection();
        await Until(() => Task.FromResult(connection.GetStateData(job).Name is "Succeeded" or "Failed" or "Deleted"), $"{typeof(TJob).Name} has ended");
        var state = connection.GetStateData(job);
        Assert.True(state.Name == "Succeeded", $"{typeof(TJob).Name}: {state.Name} {state.Reason} {string.Join(' ', state.Data.Values)}");
    }

    /// <summary>Looks again and again, for twenty seconds at most.</summary>
    private static async Task Until(Func<Task<bool>> reached, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await reached())
        {
            Assert.False(patience.IsCancellationRequested, $"In twenty seconds it did not come to pass that {what}.");
            await again.WaitForNextTickAsync();
        }
    }

    private static Task<int> Delivered(Promise p, Guid person, string kind)
    {
        var topic = Topics.Person(person);
        return p.App.Db(async db =>
        {
            var count = await db.Notifications.CountAsync(n => n.PersonId == person && n.Kind == kind && n.DeliveredAt != null);
            var announced = await db.LiveEvents.Where(e => e.Topic == topic).Select(e => e.Payload).ToListAsync();
            Assert.Equal(count, announced.Count(payload => payload.Contains($"\"kind\":\"{kind}\"", StringComparison.Ordinal)));
            return count;
        });
    }
}
