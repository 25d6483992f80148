using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Upkeep.RunJob;
using Cohesion.Governance.Server.Jobs;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Upkeep;

public sealed class RunJobTests
{
    [Fact]
    public async Task A_recurring_job_is_put_into_the_queue_at_once()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        app.Services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<ForgetOldJob>(Schedules.ForgetOld, job => job.Run(CancellationToken.None), Cron.Never());

        Assert.Null((await app.Send(town.Administrator, new RunJobCommand(Schedules.ForgetOld))).Refusal);

        // Nobody takes it from there: jobs are off in tests.
        Assert.Equal(typeof(ForgetOldJob), Assert.Single(app.Services.GetRequiredService<JobStorage>().GetMonitoringApi().EnqueuedJobs("default", 0, 10)).Value.Job.Type);
    }

    [Fact]
    public async Task A_job_that_is_none_is_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<JobUnknown>((await app.Send(town.Administrator, new RunJobCommand("lunch"))).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Administrator, new RunJobCommand(""))).Refusal);
    }

    [Fact]
    public async Task Only_administrators_may()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new RunJobCommand(Schedules.RunDue);

        Assert.IsType<OfficeNeeded>((await app.Send(town.Secretary, command)).Refusal);
        Assert.IsType<OfficeNeeded>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }
}
