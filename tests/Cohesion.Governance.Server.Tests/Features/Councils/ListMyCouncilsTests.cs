using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Councils.ListMyCouncils;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class ListMyCouncilsTests
{
    [Fact]
    public async Task Each_sees_the_councils_of_the_own_offices_and_a_convenor_all_of_the_street()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var tenant = (await app.Send(town.TenantA, new ListMyCouncilsQuery())).Value;
        var convenor = (await app.Send(town.Convenor, new ListMyCouncilsQuery())).Value;
        var outsider = (await app.Send(town.Outsider, new ListMyCouncilsQuery())).Value;

        Assert.Equal((town.CouncilId, Office.TenantRepresentative), (tenant.Single().CouncilId, tenant.Single().Offices.Single()));
        Assert.Equal((town.CouncilId, Office.StreetConvenor), (convenor.Single().CouncilId, convenor.Single().Offices.Single()));
        Assert.Equal(town.OtherCouncilId, outsider.Single().CouncilId);
    }

    [Fact]
    public async Task An_office_that_has_ended_no_longer_counts()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(db => db.OfficeHoldings.Where(h => h.PersonId == town.TenantA).ExecuteUpdateAsync(set => set.SetProperty(h => h.Until, GovernanceApp.Begin)));

        Assert.Empty((await app.Send(town.TenantA, new ListMyCouncilsQuery())).Value);
        Assert.IsType<SignInNeeded>((await app.Send(null, new ListMyCouncilsQuery())).Refusal);
    }
}
