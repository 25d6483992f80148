using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Councils.CouncilPage;
using Cohesion.Governance.Server.Features.Councils.EndOffice;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class EndOfficeTests
{
    [Fact]
    public async Task Whoever_loses_the_only_office_is_an_outsider_from_then_on()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var holding = await HoldingOf(app, town.Observer);

        Assert.True((await app.Send(town.Secretary, new EndOfficeCommand(town.CouncilId, holding))).IsGranted);

        Assert.IsType<NotFound>((await app.Send(town.Observer, new CouncilPageQuery(town.CouncilId))).Refusal);
        Assert.IsType<OfficeEndedAlready>((await app.Send(town.Secretary, new EndOfficeCommand(town.CouncilId, holding))).Refusal);
    }

    [Fact]
    public async Task Only_the_convenor_relieves_a_secretary()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new EndOfficeCommand(town.CouncilId, await HoldingOf(app, town.Secretary));

        Assert.IsType<ConvenorRelieves>((await app.Send(town.Secretary, command)).Refusal);
        Assert.True((await app.Send(town.Convenor, command)).IsGranted);
    }

    [Fact]
    public async Task An_office_of_another_council_or_of_the_street_is_not_found()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Secretary, new EndOfficeCommand(town.CouncilId, await HoldingOf(app, town.Outsider)))).Refusal);
        var ofStreet = await app.Db(db => db.OfficeHoldings.Where(h => h.StreetId == town.StreetId).Select(h => h.Id).SingleAsync());
        Assert.IsType<NotFound>((await app.Send(town.Secretary, new EndOfficeCommand(town.CouncilId, ofStreet))).Refusal);
    }

    [Fact]
    public async Task Others_may_not()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new EndOfficeCommand(town.CouncilId, await HoldingOf(app, town.Observer));

        Assert.IsType<OfficeNeeded>((await app.Send(town.TenantA, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }

    private static Task<Guid> HoldingOf(GovernanceApp app, Guid person) =>
        app.Db(db => db.OfficeHoldings.Where(h => h.PersonId == person).Select(h => h.Id).SingleAsync());
}
