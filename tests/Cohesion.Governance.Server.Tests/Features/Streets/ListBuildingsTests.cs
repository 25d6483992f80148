using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Streets.AddBuilding;
using Cohesion.Governance.Server.Features.Streets.ListBuildings;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Streets;

public sealed class ListBuildingsTests
{
    [Fact]
    public async Task The_convenor_sees_the_buildings_of_his_street_by_address_and_nobody_else_does()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.Convenor, new AddBuildingCommand(town.StreetId, new("B", "乙"), "2 Road"));
        await app.Send(town.Convenor, new AddBuildingCommand(town.StreetId, new("A", "甲"), "1 Road"));
        var query = new ListBuildingsQuery(town.StreetId);

        var listed = (await app.Send(town.Convenor, query)).Value;

        Assert.Equal([("A", "1 Road", 0), ("B", "2 Road", 0)], listed.Buildings.Select(b => (b.Name.En, b.Address, b.Councils)));
        Assert.IsType<NotFound>((await app.Send(town.Outsider, query)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, query)).Refusal);
    }
}
