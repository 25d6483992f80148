using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Streets.FoundStreet;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Streets;

public sealed class FoundStreetTests
{
    private static readonly FoundStreetCommand Command = new(new("Huayang Road Street", "华阳路街道"));

    [Fact]
    public async Task The_administrator_enters_a_street()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var street = await app.Send(town.Administrator, Command);

        Assert.Equal("华阳路街道", await app.Db(db => db.Streets.Where(s => s.Id == street.Value).Select(s => s.Name.Zh).SingleAsync()));
    }

    [Fact]
    public async Task The_same_name_again_is_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.Administrator, Command);

        Assert.IsType<StreetExists>((await app.Send(town.Administrator, Command)).Refusal);
    }

    [Fact]
    public async Task A_street_without_a_name_is_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<InvalidRequest>((await app.Send(town.Administrator, new FoundStreetCommand(new(" ", "")))).Refusal);
    }

    [Fact]
    public async Task Nobody_else_may_not_even_a_convenor()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<OfficeNeeded>((await app.Send(town.Convenor, Command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, Command)).Refusal);
    }
}
