using System.Net;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Upkeep.ListJobs;
using Cohesion.Governance.Server.Jobs;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Tests.Features.Processes;
using Cohesion.Governance.Server.Tests.Harness;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Upkeep;

[Collection("Hangfire")]
public sealed class ListJobsTests
{
    [Fact]
    public async Task A_run_that_failed_is_listed_with_its_reason_and_marks_its_job()
    {
        await using var app = new GovernanceApp
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Jobs:Enabled"] = "true" },
            Replacing = services => services.RemoveAll<IProcessWork>().AddSingleton<IProcessWork, BrokenWork>(),
        };
        var town = await Town.Found(app);
        var schedules = app.Services.GetRequiredService<IRecurringJobManager>();
        schedules.AddOrUpdate<RunDueJob>(Schedules.RunDue, job => job.Run(CancellationToken.None), Cron.Never());
        schedules.AddOrUpdate<ForgetOldJob>(Schedules.ForgetOld, job => job.Run(CancellationToken.None), Cron.Never());
        schedules.Trigger(Schedules.RunDue);

        var jobs = await Until(app, town, view => view.Failures.Count > 0 && view.Recurring.Any(r => r.Outcome == JobOutcome.Failed));

        Assert.True(jobs.RunsHere);
        var failure = Assert.Single(jobs.Failures);
        Assert.Equal(Schedules.RunDue, failure.RecurringId);
        Assert.Contains("the disk is full", failure.Reason, StringComparison.Ordinal);
        Assert.NotNull(failure.At);
        Assert.Equal([(Schedules.ForgetOld, JobOutcome.Never), (Schedules.RunDue, JobOutcome.Failed)], jobs.Recurring.Select(r => (r.Id, r.Outcome)));
        Assert.Contains("the disk is full", jobs.Recurring[1].Reason, StringComparison.Ordinal);

        using var visitor = await Visitor.SignedIn(app, town.Administrator);
        var page = await visitor.Get("/jobs");
        Assert.Contains("the disk is full", page.Document.GetElementById("failures")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/jobs", (await visitor.Submit(page.Form($"run-{Schedules.ForgetOld}"))).Location);
        await Until(app, town, view => view.Recurring.Single(r => r.Id == Schedules.ForgetOld).Outcome == JobOutcome.Done);
    }

    [Fact]
    public async Task Stuck_processes_of_every_council_are_listed_and_retried_from_the_page()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        var jobs = (await app.Send(town.Administrator, new ListJobsQuery())).Value;
        using var visitor = await Visitor.SignedIn(app, town.Administrator);
        var page = await visitor.Get("/jobs");
        var retried = await visitor.Submit(page.Form($"retry-{instance}-fail"));

        var stuck = Assert.Single(jobs.Stuck);
        Assert.Equal((town.CouncilId, instance, "fail", 1, 1), (stuck.CouncilId, stuck.InstanceId, stuck.ActivityId, stuck.Attempt, jobs.StuckCount));
        Assert.False(jobs.RunsHere);
        Assert.Empty(jobs.Recurring);
        Assert.Equal(HttpStatusCode.SeeOther, retried.Status);
        await app.RunProcesses();
        Assert.Equal(2, (await app.Send(town.Administrator, new ListJobsQuery())).Value.Stuck[0].Attempt);
    }

    [Fact]
    public async Task Only_administrators_may()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<OfficeNeeded>((await app.Send(town.Secretary, new ListJobsQuery())).Refusal);
        Assert.IsType<OfficeNeeded>((await app.Send(town.Convenor, new ListJobsQuery())).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new ListJobsQuery())).Refusal);
        using var visitor = await Visitor.SignedIn(app, town.Secretary);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get("/jobs")).Status);
        using var administrator = await Visitor.SignedIn(app, town.Administrator);
        Assert.NotNull((await administrator.Get("/")).Document.QuerySelector("a[href='/jobs']"));
        Assert.DoesNotContain("unsafe", (await administrator.Get("/jobs")).Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    /// <summary>Looks again and again, for twenty seconds at most.</summary>
    private static async Task<JobsView> Until(GovernanceApp app, Town town, Func<JobsView, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var view = (await app.Send(town.Administrator, new ListJobsQuery())).Value;
            if (reached(view))
            {
                return view;
            }

            Assert.False(patience.IsCancellationRequested, "The jobs did not come to that in twenty seconds.");
            await again.WaitForNextTickAsync();
        }
    }

    private sealed class BrokenWork : IProcessWork
    {
        public Task<int> RunDue(CancellationToken ct) => throw new IOException("the disk is full");

        public Task<DateTimeOffset?> NextDue(CancellationToken ct) => throw new IOException("the disk is full");
    }
}
