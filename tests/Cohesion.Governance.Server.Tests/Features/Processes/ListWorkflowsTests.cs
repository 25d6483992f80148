using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Processes.ListWorkflows;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Processes;

public sealed class ListWorkflowsTests
{
    [Fact]
    public async Task Every_version_is_listed_with_the_councils_own_processes_on_it()
    {
        var (app, town, _) = await FaultedProcess.Start();
        await using var _app = app;

        var versions = (await app.Send(town.Secretary, new ListWorkflowsQuery(town.CouncilId))).Value;

        Assert.Equal(["follow-up", "meeting", "proposal", "vote"], versions.Select(v => v.DefinitionId).Order(StringComparer.Ordinal));
        Assert.All(versions, v => Assert.True(v.IsCurrent));
        Assert.Equal((0, 1, 0), versions.Where(v => v.Running + v.Faulted + v.Ended > 0).Select(v => (v.Running, v.Faulted, v.Ended)).Single());
        Assert.All((await app.Send(town.Outsider, new ListWorkflowsQuery(town.OtherCouncilId))).Value, v => Assert.Equal((0, 0, 0), (v.Running, v.Faulted, v.Ended)));
    }

    [Fact]
    public async Task Only_secretary_convenor_and_administrator_may()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var query = new ListWorkflowsQuery(town.CouncilId);

        foreach (var person in new[] { town.Secretary, town.Convenor, town.Administrator })
        {
            Assert.Null((await app.Send(person, query)).Refusal);
        }

        Assert.IsType<OfficeNeeded>((await app.Send(town.TenantA, query)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, query)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, query)).Refusal);
    }
}
