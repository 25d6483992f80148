using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Councils.ListWorkflowVariables;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class ListWorkflowVariablesTests
{
    [Fact]
    public async Task Every_member_sees_the_periods_of_all_procedures_and_nothing_that_is_no_period()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var periods = (await app.Send(town.TenantA, new ListWorkflowVariablesQuery(town.CouncilId))).Value;

        Assert.NotEmpty(periods);
        Assert.All(periods, p => Assert.Matches("^-?P", p.Usual));
        Assert.All(periods, p => Assert.Null(p.Own));
    }

    [Fact]
    public async Task Outsiders_are_not_told()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new ListWorkflowVariablesQuery(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new ListWorkflowVariablesQuery(town.CouncilId))).Refusal);
    }
}
