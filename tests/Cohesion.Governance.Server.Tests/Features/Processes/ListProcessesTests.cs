using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Processes.ListProcesses;
using Cohesion.Governance.Workflows.Engine;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Processes;

public sealed class ListProcessesTests
{
    [Fact]
    public async Task A_faulted_process_is_listed_with_its_reason_and_the_ways_out()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        var page = (await app.Send(town.Auditor, new ListProcessesQuery(town.CouncilId, ProcessStatus.Faulted))).Value;

        var process = Assert.Single(page.Items);
        Assert.Equal(instance, process.InstanceId);
        var fault = Assert.Single(process.Faults);
        Assert.Equal(("fail", "expression", 1), (fault.ActivityId, fault.Code, fault.Attempt));
        Assert.Contains("undefined", fault.Reason.En, StringComparison.Ordinal);
        Assert.Equal(["Done"], fault.Outcomes);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_person_of_another_council_sees_no_list()
    {
        var (app, town, _) = await FaultedProcess.Start();
        await using var _app = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new ListProcessesQuery(town.CouncilId))).Refusal);
    }
}
