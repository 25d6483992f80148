using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Councils.RegisterPage;
using Cohesion.Governance.Server.Features.Councils.ReviseRegister;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class RegisterPageTests
{
    [Fact]
    public async Task Any_version_can_be_looked_at_with_its_sums()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "Blue Harbour left", Remove: [town.SeatB]));

        var now = (await app.Send(town.TenantA, new RegisterPageQuery(town.CouncilId))).Value;
        var before = (await app.Send(town.TenantA, new RegisterPageQuery(town.CouncilId, 1))).Value;

        Assert.Equal((2, 5820.50m), (now.Version, now.Totals.Single(t => t.Bloc == "tenants").Totals["area"]));
        Assert.Equal((1, 8820.50m), (before.Version, before.Totals.Single(t => t.Bloc == "tenants").Totals["area"]));
        Assert.Equal([2, 1], now.Versions.Select(v => v.Number));
        Assert.Equal(("Blue Harbour left", "林秘书"), (now.Versions[0].Note, now.Versions[0].By.Zh));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var seen = new List<Guid>();
        int? after = null;
        for (var page = 0; page < 3; page++)
        {
            var lines = (await app.Send(town.Auditor, new RegisterPageQuery(town.CouncilId, After: after, Size: 2))).Value.Lines;
            seen.AddRange(lines.Items.Select(l => l.SeatId));
            after = lines.Next is null ? null : int.Parse(lines.Next, System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.Null(after);
        Assert.Equal(
            new[] { town.PropertySeat, town.SeatA, town.SeatB, town.SeatC, town.StreetSeat }.Order(), seen.Order());
    }

    [Fact]
    public async Task Seats_are_found_by_name_party_and_bloc_and_tell_who_acts_for_them()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var party = (await app.Send(town.Observer, new RegisterPageQuery(town.CouncilId, Find: "星河"))).Value;
        var label = (await app.Send(town.Observer, new RegisterPageQuery(town.CouncilId, Find: "HARBOUR"))).Value;
        var bloc = (await app.Send(town.Observer, new RegisterPageQuery(town.CouncilId, Bloc: "tenants", Size: 1))).Value;
        var none = (await app.Send(town.Observer, new RegisterPageQuery(town.CouncilId, Find: "tower", Bloc: "tenants"))).Value;

        Assert.Equal((1, town.SeatA), (party.Matching, party.Lines.Items.Single().SeatId));
        Assert.Equal(("Ms Wu", false), (party.Holders.Single().Name.En, party.Holders.Single().CoOwner));
        Assert.Equal(town.SeatB, label.Lines.Items.Single().SeatId);
        Assert.Equal((3, "1"), (bloc.Matching, bloc.Lines.Next));
        Assert.Equal((0, 5), (none.Matching, none.Totals.Sum(t => t.Seats)));
    }

    [Fact]
    public async Task An_unknown_version_a_page_too_large_and_outsiders_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.TenantA, new RegisterPageQuery(town.CouncilId, 7))).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.TenantA, new RegisterPageQuery(town.CouncilId, Size: 201))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new RegisterPageQuery(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new RegisterPageQuery(town.CouncilId))).Refusal);
    }
}
