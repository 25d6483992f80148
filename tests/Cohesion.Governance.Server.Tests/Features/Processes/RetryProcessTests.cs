using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Processes;
using Cohesion.Governance.Server.Features.Processes.ListProcesses;
using Cohesion.Governance.Server.Features.Processes.MoveOnProcess;
using Cohesion.Governance.Server.Features.Processes.RetryProcess;
using Cohesion.Governance.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Processes;

public sealed class RetryProcessTests
{
    [Fact]
    public async Task The_secretary_retries_and_the_next_attempt_is_counted()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        Assert.True((await app.Send(town.Secretary, new RetryProcessCommand(town.CouncilId, instance))).IsGranted);
        await app.RunProcesses();

        var fault = (await app.Send(town.Secretary, new ListProcessesQuery(town.CouncilId))).Value.Items.Single().Faults.Single();
        Assert.Equal(2, fault.Attempt);
        Assert.Equal(["RetryProcess"], await app.Db(db => db.Journal.Select(j => j.Command).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_runs_the_server_may_retry_too()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        Assert.True((await app.Send(town.Administrator, new RetryProcessCommand(town.CouncilId, instance))).IsGranted);
    }

    [Fact]
    public async Task A_process_that_is_not_at_fault_is_not_retried()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;
        await app.Send(town.Secretary, new MoveOnProcessCommand(town.CouncilId, instance, "fail", "Done"));
        await app.RunProcesses();

        Assert.IsType<ProcessIsNotFaulted>((await app.Send(town.Secretary, new RetryProcessCommand(town.CouncilId, instance))).Refusal);
    }

    [Fact]
    public async Task A_tenant_may_not_retry_and_an_outsider_learns_nothing()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        Assert.IsType<OfficeNeeded>((await app.Send(town.TenantA, new RetryProcessCommand(town.CouncilId, instance))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new RetryProcessCommand(town.CouncilId, instance))).Refusal);
    }

    [Fact]
    public async Task A_process_of_another_council_is_not_found()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new RetryProcessCommand(town.OtherCouncilId, instance))).Refusal);
        Assert.Equal(ProcessStatus.Faulted, (await app.Send(town.Secretary, new ListProcessesQuery(town.CouncilId))).Value.Items.Single().Status);
    }
}
