using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Domain.Notifications;
using Cohesion.Governance.Server.Features;
using Cohesion.Governance.Server.Features.Councils.AppointOffice;
using Cohesion.Governance.Server.Features.Councils.CouncilPage;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class AppointOfficeTests
{
    [Fact]
    public async Task Somebody_comes_to_act_for_a_seat_sees_the_council_and_is_told()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var holding = await app.Send(town.Secretary, new AppointOfficeCommand(town.CouncilId, town.Outsider, Office.TenantRepresentative, town.SeatA));

        Assert.True(holding.IsGranted);
        Assert.True((await app.Send(town.Outsider, new CouncilPageQuery(town.CouncilId))).IsGranted);
        Notification notice = await app.Db(db => db.Notifications.SingleAsync(n => n.PersonId == town.Outsider));
        Assert.Equal("您已成为金虹桥议事会的入驻企业代表。", notice.Text.Zh);
    }

    [Fact]
    public async Task Only_the_convenor_appoints_secretary_and_auditor()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        foreach (var office in new[] { Office.CouncilSecretary, Office.Auditor })
        {
            var command = new AppointOfficeCommand(town.CouncilId, town.Outsider, office);
            Assert.IsType<ConvenorAppoints>((await app.Send(town.Secretary, command)).Refusal);
            Assert.True((await app.Send(town.Convenor, command)).IsGranted);
            Assert.IsType<OfficeHeldAlready>((await app.Send(town.Convenor, command)).Refusal);
        }
    }

    [Fact]
    public async Task A_seat_is_named_exactly_where_the_office_comes_with_one()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Task<Outcome<Guid>> Appoint(Office office, Guid? seat) => app.Send(town.Convenor, new AppointOfficeCommand(town.CouncilId, town.Outsider, office, seat));

        Assert.IsType<SeatNeeded>((await Appoint(Office.Owner, null)).Refusal);
        Assert.IsType<SeatUnwanted>((await Appoint(Office.Observer, town.SeatA)).Refusal);
        Assert.IsType<SeatNotRegistered>((await Appoint(Office.Owner, Guid.Empty)).Refusal);
        Assert.IsType<OfficeNotOfCouncil>((await Appoint(Office.Administrator, null)).Refusal);
        Assert.IsType<OfficeNotOfCouncil>((await Appoint(Office.StreetConvenor, town.StreetSeat)).Refusal);
        Assert.IsType<PersonUnknown>((await app.Send(town.Convenor, new AppointOfficeCommand(town.CouncilId, Guid.Empty, Office.Observer))).Refusal);
    }

    [Fact]
    public async Task Others_may_not()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new AppointOfficeCommand(town.CouncilId, town.Outsider, Office.Observer);

        Assert.IsType<OfficeNeeded>((await app.Send(town.PartyCommittee, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Administrator, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }

    [Fact]
    public async Task Somebody_comes_to_act_for_a_seat_as_its_co_owner_and_an_office_without_seat_has_none()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var holding = await app.Send(town.Secretary, new AppointOfficeCommand(town.CouncilId, town.Observer, Office.Owner, town.SeatA, CoOwner: true));

        Assert.True(await app.Db(db => db.OfficeHoldings.Where(h => h.Id == holding.Value).Select(h => h.CoOwner).SingleAsync()));
        Assert.IsType<SeatUnwanted>((await app.Send(town.Secretary, new AppointOfficeCommand(town.CouncilId, town.Observer, Office.VisitingWorker, CoOwner: true))).Refusal);
    }
}
