using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Councils.CouncilPage;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class CouncilPageTests
{
    [Fact]
    public async Task It_shows_blocs_with_exact_sums_seats_offices_and_what_is_going_on()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "A lift"));

        var page = (await app.Send(town.Observer, new CouncilPageQuery(town.CouncilId))).Value;

        Assert.Equal(["property", "tenants", "street"], page.Blocs.Select(b => b.Code));

        // 4,820.00 + 3,000.00 + 1,000.50
        Assert.Equal((3, 8820.50m, 3m), (page.Blocs[1].Seats, page.Blocs[1].Totals["area"], page.Blocs[1].Totals["heads"]));
        Assert.Equal(1000.50m, page.Seats.Single(s => s.SeatId == town.SeatC).Measures["area"]);
        Assert.Equal((5, false), (page.Seats.Count, page.MoreSeats));
        Assert.Contains(page.Offices, o => o is { Office: Office.StreetConvenor, OfStreet: true } && o.PersonId == town.Convenor);
        Assert.Contains(page.Offices, o => o.Office == Office.CouncilSecretary && o.Name.Zh == "林秘书");
        Assert.Equal((1, 1L), (page.Counts.OpenNeeds, page.Sequence));
    }

    [Fact]
    public async Task An_outsider_is_not_told_that_it_exists()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new CouncilPageQuery(town.CouncilId))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Administrator, new CouncilPageQuery(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new CouncilPageQuery(town.CouncilId))).Refusal);
    }
}
