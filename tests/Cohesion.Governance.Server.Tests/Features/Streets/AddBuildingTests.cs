using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Streets.AddBuilding;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Streets;

public sealed class AddBuildingTests
{
    [Fact]
    public async Task The_convenor_enters_a_building_once()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new AddBuildingCommand(town.StreetId, new("Guofeng Technology Building", "国峰科技大厦"), "长宁路 1 号");

        Assert.True((await app.Send(town.Convenor, command)).IsGranted);
        Assert.IsType<BuildingExists>((await app.Send(town.Convenor, command)).Refusal);
        Assert.True((await app.Send(town.Convenor, command with { Address = "长宁路 3 号" })).IsGranted);
        Assert.Equal(2, await app.Db(db => db.Buildings.CountAsync(b => b.StreetId == town.StreetId)));
    }

    [Fact]
    public async Task A_building_without_an_address_is_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<InvalidRequest>((await app.Send(town.Convenor, new AddBuildingCommand(town.StreetId, new("x", "x"), ""))).Refusal);
    }

    [Fact]
    public async Task Others_see_no_street()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new AddBuildingCommand(town.StreetId, new("x", "x"), "x");

        Assert.IsType<NotFound>((await app.Send(town.Secretary, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }
}
