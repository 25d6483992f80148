using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Processes;
using Cohesion.Governance.Server.Features.Processes.ListProcesses;
using Cohesion.Governance.Server.Features.Processes.MoveOnProcess;
using Cohesion.Governance.Workflows.Engine;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Processes;

public sealed class MoveOnProcessTests
{
    [Fact]
    public async Task The_secretary_moves_it_on_and_it_ends_as_its_map_says()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        Assert.True((await app.Send(town.Secretary, new MoveOnProcessCommand(town.CouncilId, instance, "fail", "Done"))).IsGranted);
        await app.RunProcesses();

        Assert.Equal(ProcessStatus.Finished, (await app.Send(town.Secretary, new ListProcessesQuery(town.CouncilId))).Value.Items.Single().Status);
    }

    [Theory]
    [InlineData("fail", "Adopted")]
    [InlineData("go", "Done")]
    [InlineData("nowhere", "Done")]
    public async Task An_outcome_the_faulted_activity_does_not_have_is_refused(string activity, string outcome)
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        Assert.IsType<CannotMoveOnSo>((await app.Send(town.Secretary, new MoveOnProcessCommand(town.CouncilId, instance, activity, outcome))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_before_it_ran_it_moves_on_once()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;
        var command = new MoveOnProcessCommand(town.CouncilId, instance, "fail", "Done");

        await Task.WhenAll(app.Send(town.Secretary, command), app.Send(town.Convenor, command));
        await app.RunProcesses();

        Assert.Equal(ProcessStatus.Finished, (await app.Send(town.Secretary, new ListProcessesQuery(town.CouncilId))).Value.Items.Single().Status);
        Assert.IsType<ProcessIsNotFaulted>((await app.Send(town.Secretary, command)).Refusal);
    }

    [Fact]
    public async Task An_observer_may_not()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        Assert.IsType<OfficeNeeded>((await app.Send(town.Observer, new MoveOnProcessCommand(town.CouncilId, instance, "fail", "Done"))).Refusal);
    }
}
