using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils.CompareRegisters;
using Cohesion.Governance.Server.Features.Councils.ReviseRegister;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class CompareRegistersTests
{
    [Fact]
    public async Task Seats_added_changed_and_gone_are_told_field_by_field_with_the_sums()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.Secretary, new ReviseRegisterCommand(
            town.CouncilId, 1, "one in, one grown, one out",
            [new("tenants", "Nine", LocalText.Same("Nine"), PartyKind.Firm, new Dictionary<string, decimal> { ["area"] = 10m, ["heads"] = 1 })],
            [new(town.SeatA, Bloc: "property", PartyName: LocalText.Same("Galaxy Group"))], [town.SeatB]));

        var compared = (await app.Send(town.Observer, new CompareRegistersQuery(town.CouncilId, 1, 2))).Value;

        var differences = compared.Differences;
        Assert.Equal((1, 1, 1, "one in, one grown, one out"), (differences.Added, differences.Changed, differences.Gone, compared.To.Note));
        Assert.Equal([town.SeatB, town.SeatA], differences.Seats.Items.Take(2).Select(s => s.SeatId));
        var changed = differences.Seats.Items[1];
        Assert.Equal(("tenants", "property", "星河科技", "Galaxy Group"), (changed.Before!.Bloc, changed.After!.Bloc, changed.Before.Party.Zh, changed.After.Party.Zh));

        // 4820 + 3000 + 1000.50 before; 1000.50 + 10 after.
        var tenants = differences.Totals.Single(t => t.Bloc == "tenants");
        Assert.Equal((3, 2, 8820.5m, 1010.5m), (tenants.Before.Seats, tenants.After.Seats, tenants.Before.Totals["area"], tenants.After.Totals["area"]));
    }

    [Fact]
    public async Task Backwards_added_is_gone_and_before_the_first_everything_is_new()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "left", Remove: [town.SeatB]));

        var back = (await app.Send(town.TenantA, new CompareRegistersQuery(town.CouncilId, 2, 1))).Value.Differences;
        var first = (await app.Send(town.TenantA, new CompareRegistersQuery(town.CouncilId, 0, 1))).Value;
        var same = (await app.Send(town.TenantA, new CompareRegistersQuery(town.CouncilId, 2, 2))).Value.Differences;

        Assert.Equal((1, 0, 0), (back.Added, back.Changed, back.Gone));
        Assert.Equal((5, null), (first.Differences.Added, first.From));
        Assert.True(same.IsEmpty);
    }

    [Fact]
    public async Task Unknown_versions_pages_too_large_and_outsiders_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var query = new CompareRegistersQuery(town.CouncilId, 0, 1);

        Assert.IsType<NotFound>((await app.Send(town.TenantA, query with { To = 2 })).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.TenantA, query with { From = 9 })).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.TenantA, query with { Size = 201 })).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, query)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, query)).Refusal);
    }
}
