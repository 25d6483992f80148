using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Features.Councils.CouncilPage;
using Cohesion.Governance.Server.Features.Councils.FoundCouncil;
using Cohesion.Governance.Server.Features.Streets.AddBuilding;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class FoundCouncilTests
{
    private static readonly CouncilRules Rules = new(7, "council.each-bloc-consent", null, EarlyDecision: false);

    [Fact]
    public async Task The_council_stands_with_its_blocs_and_measures_and_its_journal_begins_with_it()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var founded = await app.Send(town.Convenor, await Command(app, town));
        var page = (await app.Send(town.Convenor, new CouncilPageQuery(founded.Value))).Value;

        Assert.Equal(["riders", "street"], page.Blocs.Select(b => b.Code));
        Assert.Equal(("area", "m²", 2), page.Measures.Select(m => (m.Code, m.Unit, m.Scale)).Single());
        Assert.Equal((0, "国峰科技大厦"), (page.RegisterVersion, page.Buildings.Single().Name.Zh));
        var entry = await app.Db(db => db.Journal.SingleAsync(j => j.CouncilId == founded.Value));
        Assert.Equal((1L, "FoundCouncil"), (entry.Sequence, entry.Command));
    }

    [Fact]
    public async Task The_same_name_again_a_foreign_building_and_an_unknown_rule_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = await Command(app, town);
        await app.Send(town.Convenor, command);

        Assert.IsType<CouncilExists>((await app.Send(town.Convenor, command)).Refusal);
        Assert.IsType<BuildingUnknown>((await app.Send(town.Convenor, command with { Name = new("Other", "其他"), Buildings = [Guid.Empty] })).Refusal);
        Assert.IsType<NoSuchRulePack>(
            (await app.Send(town.Convenor, command with { Name = new("Other", "其他"), Rules = Rules with { DefaultRulePack = "no.such" } })).Refusal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = await Command(app, town);
        FoundCouncilCommand[] wrong =
        [
            command with { TimeZone = "Shanghai/Asia" }, command with { Buildings = [] }, command with { Blocs = [] },
            command with { Blocs = [command.Blocs[0], command.Blocs[0]] }, command with { Blocs = [new("Two Words", new("x", "x"))] },
            command with { Measures = [new("area", new("x", "x"), "m²", 7)] }, command with { Rules = Rules with { NoticeDays = -1 } },
        ];

        foreach (var one in wrong)
        {
            Assert.IsType<InvalidRequest>((await app.Send(town.Convenor, one)).Refusal);
        }
    }

    [Fact]
    public async Task Only_the_convenor_of_the_street_may()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = await Command(app, town);

        Assert.IsType<NotFound>((await app.Send(town.Secretary, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }

    private static async Task<FoundCouncilCommand> Command(GovernanceApp app, Town town)
    {
        var building = await app.Send(town.Convenor, new AddBuildingCommand(town.StreetId, new("Guofeng", "国峰科技大厦"), "长宁路 1 号"));
        return new FoundCouncilCommand(
            town.StreetId, new("Guofeng council", "国峰议事会"), [building.Value], [new("riders", new("Riders", "骑手")), new("street", new("Street", "街道"))],
            [new("area", new("Area", "面积"), "m²", 2)], Rules);
    }
}
