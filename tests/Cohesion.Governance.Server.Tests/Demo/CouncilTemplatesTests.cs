using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Demo;
using Cohesion.Governance.Server.Features.Accounts.SignIn;
using Cohesion.Governance.Server.Features.Councils.CouncilPage;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Demo;

public sealed class CouncilTemplatesTests
{
    [Fact]
    public async Task Jinhongqiao_has_three_blocs_and_23_firms_with_61480_square_metres()
    {
        await using var app = new GovernanceApp();

        var named = await CouncilTemplates.Found(app.Services, "jinhongqiao", CancellationToken.None);
        var page = (await app.Send(named["convenor"], new CouncilPageQuery(named["council"]))).Value;

        Assert.Equal([("property", 1), ("tenants", 23), ("street", 1)], page.Blocs.Select(b => (b.Code, b.Seats)));
        Assert.Equal((61_480.00m, 23m), (page.Blocs[1].Totals["area"], page.Blocs[1].Totals["heads"]));
        Assert.Equal(page.Seats.Single(s => s.Label == "星河科技").SeatId, named["t01.seat"]);
        Assert.True((await app.Send(null, new SignInCommand("t01", CouncilTemplates.Password))).IsGranted);
        Assert.True((await app.Send(named["auditor"], new VerifyJournalQuery(named["council"]))).Value.Intact);
    }

    [Fact]
    public async Task Both_councils_stand_in_one_street_and_founding_again_changes_nothing()
    {
        await using var app = new GovernanceApp();
        var first = await CouncilTemplates.Found(app.Services, "jinhongqiao", CancellationToken.None);
        var lift = await CouncilTemplates.Found(app.Services, "anshun-road-lift", CancellationToken.None);
        var before = await Rows(app);

        var again = await CouncilTemplates.Found(app.Services, "anshun-road-lift", CancellationToken.None);

        Assert.Equal(lift.OrderBy(n => n.Key, StringComparer.Ordinal), again.OrderBy(n => n.Key, StringComparer.Ordinal));
        Assert.Equal(before, await Rows(app));
        Assert.Equal((first["street"], first["convenor"]), (lift["street"], lift["convenor"]));
        var page = (await app.Send(lift["xu"], new CouncilPageQuery(lift["council"]))).Value;

        // Six floors of 62.40 and 58.15 square metres.
        Assert.Equal((12, 723.30m), (page.Blocs.Single().Seats, page.Blocs.Single().Totals["area"]));
    }

    [Fact]
    public async Task Founding_that_was_interrupted_is_completed()
    {
        await using var app = new GovernanceApp();
        var lift = await CouncilTemplates.Found(app.Services, "anshun-road-lift", CancellationToken.None);
        await app.Db(async db =>
        {
            await db.OfficeHoldings.Where(h => h.PersonId == lift["xu"]).ExecuteDeleteAsync();
            await db.Users.Where(u => u.Id == lift["luo"]).ExecuteDeleteAsync();
            await db.OfficeHoldings.Where(h => h.PersonId == lift["luo"]).ExecuteDeleteAsync();
        });

        var again = await CouncilTemplates.Found(app.Services, "anshun-road-lift", CancellationToken.None);

        Assert.Equal(lift["xu"], again["xu"]);
        Assert.NotEqual(lift["luo"], again["luo"]);
        Assert.Equal(12, await app.Db(db => db.OfficeHoldings.Where(h => h.SeatId != null && h.Until == null).Select(h => h.SeatId).Distinct().CountAsync()));
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    [InlineData("Development", true)]
    public void Demonstration_accounts_are_for_development_only(string environment, bool expected)
    {
        var services = new ServiceCollection();

        DemonstrationStreet.Add(services, new Environment { EnvironmentName = environment });

        Assert.Equal(expected, services.Any(s => s.ImplementationType == typeof(DemonstrationStreet)));
    }

    [Fact]
    public async Task A_template_that_is_not_there_is_named()
    {
        await using var app = new GovernanceApp();

        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => CouncilTemplates.Found(app.Services, "no-such", CancellationToken.None));

        Assert.Contains("no-such.json", problem.Message, StringComparison.Ordinal);
    }

    private static Task<(int, int, int, int)> Rows(GovernanceApp app) => app.Db(async db => (
        await db.People.CountAsync(), await db.OfficeHoldings.CountAsync(), await db.RegisterVersions.CountAsync(), await db.Journal.CountAsync()));

    private sealed class Environment : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "test";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();

        public string ContentRootPath { get; set; } = ".";

        public string EnvironmentName { get; set; } = "Test";
    }
}
