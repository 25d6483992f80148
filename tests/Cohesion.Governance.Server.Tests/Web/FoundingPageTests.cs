using System.Net;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>The page on which a convenor founds a council.</summary>
public sealed class FoundingPageTests
{
    [Fact]
    public async Task The_convenor_enters_a_building_and_founds_a_council_of_it_and_others_do_not()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Convenor, "zh-CN");
        using var secretary = await Visitor.SignedIn(app, town.Outsider);
        var page = $"/streets/{town.StreetId}/councils/new";

        var (_, building) = await visitor.Form(page, "AddBuilding");
        await visitor.Submit(building, ("name.zh", "新楼"), ("address", "茅台路 1 号"));
        var (_, form) = await visitor.Form(page, "FoundCouncil");
        var id = await app.Db(db => db.Buildings.Select(b => b.Id).SingleAsync());
        var founded = await visitor.Submit(
            form, ("name.zh", "新楼议事会"), ("buildings", $"{id}"), ("rules.defaultRulePack", "council.each-bloc-consent"), ("measures[2].name.zh", "份额"), ("measures[2].code", "share"), ("measures[2].unit", "‰"));

        var council = await app.Db(db => db.Councils.SingleAsync(c => c.Name.Zh == "新楼议事会"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/councils/{council.Id}/people"), (founded.Status, founded.Location));
        Assert.Equal(["property", "tenants", "street"], await app.Db(db => db.Blocs.Where(b => b.CouncilId == council.Id).OrderBy(b => b.Position).Select(b => b.Code).ToListAsync()));
        Assert.Equal(["area:2", "heads:0", "share:0"], await app.Db(db => db.Measures.Where(m => m.CouncilId == council.Id).OrderBy(m => m.Code).Select(m => m.Code + ":" + m.Scale).ToListAsync()));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(founded.Location!)).Status);
        Assert.Contains("还没有名册", (await visitor.Get($"/councils/{council.Id}/register")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Get(page)).Status);
    }
}
