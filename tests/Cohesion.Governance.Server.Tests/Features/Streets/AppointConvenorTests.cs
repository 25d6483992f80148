using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features;
using Cohesion.Governance.Server.Features.Councils.CouncilPage;
using Cohesion.Governance.Server.Features.Streets.AppointConvenor;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Streets;

public sealed class AppointConvenorTests
{
    [Fact]
    public async Task A_new_convenor_belongs_to_every_council_of_the_street()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var byAdministrator = await app.Send(town.Administrator, new AppointConvenorCommand(town.StreetId, town.Outsider));
        var byConvenor = await app.Send(town.Outsider, new AppointConvenorCommand(town.StreetId, town.Administrator));

        Assert.True(byAdministrator.IsGranted && byConvenor.IsGranted);
        Assert.True((await app.Send(town.Outsider, new CouncilPageQuery(town.CouncilId))).IsGranted);
    }

    [Fact]
    public async Task Twice_is_refused_and_so_is_nobody()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<OfficeHeldAlready>((await app.Send(town.Administrator, new AppointConvenorCommand(town.StreetId, town.Convenor))).Refusal);
        Assert.IsType<PersonUnknown>((await app.Send(town.Administrator, new AppointConvenorCommand(town.StreetId, Guid.Empty))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Administrator, new AppointConvenorCommand(Guid.Empty, town.Outsider))).Refusal);
    }

    [Fact]
    public async Task Members_of_a_council_may_not_and_outsiders_see_no_street()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new AppointConvenorCommand(town.StreetId, town.TenantA);

        Assert.IsType<NotFound>((await app.Send(town.Secretary, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }
}
