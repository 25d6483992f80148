using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Accounts.WhoAmI;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Accounts;

public sealed class WhoAmITests
{
    [Fact]
    public async Task Each_is_told_the_own_name_streets_and_whether_the_server_is_in_the_own_hands()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var convenor = (await app.Send(town.Convenor, new WhoAmIQuery())).Value;
        var administrator = (await app.Send(town.Administrator, new WhoAmIQuery())).Value;

        Assert.Equal(("陈召集人", town.StreetId, false), (convenor.Name.Zh, convenor.Streets.Single().Id, convenor.IsAdministrator));
        Assert.Equal((0, true), (administrator.Streets.Count, administrator.IsAdministrator));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_refused()
    {
        await using var app = new GovernanceApp();

        Assert.IsType<SignInNeeded>((await app.Send(null, new WhoAmIQuery())).Refusal);
    }
}
