using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils.ReviseRegister;
using Cohesion.Governance.Server.Features.Councils.SeatPage;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class SeatPageTests
{
    [Fact]
    public async Task A_seat_is_told_with_all_it_was_and_who_acts_for_it_until_it_is_gone()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var query = new SeatPageQuery(town.CouncilId, town.SeatB);

        var now = (await app.Send(town.TenantA, query)).Value;
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "renamed", Change: [new(town.SeatB, "Blue Harbour Trade")]));
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 2, "moved out", Remove: [town.SeatB]));
        var gone = (await app.Send(town.TenantA, query)).Value;

        Assert.Equal(("Mr Qian", null), (now.Holders.Single().Name.En, now.EndedWith));
        Assert.Equal(["Blue Harbour Trade", "Blue Harbour"], gone.History.Select(h => h.Line.Label));
        Assert.Equal(["renamed", "first register"], gone.History.Select(h => h.Since.Note));
        Assert.Equal((3, "moved out"), (gone.EndedWith!.Number, gone.EndedWith.Note));
        Assert.Empty(gone.Holders);
    }

    [Fact]
    public async Task The_other_seats_of_its_party_are_counted()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var party = (await app.Send(town.TenantA, new SeatPageQuery(town.CouncilId, town.SeatA))).Value.Seat.PartyId;
        await app.Send(town.Secretary, new ReviseRegisterCommand(
            town.CouncilId, 1, "a second floor", [new("tenants", "Galaxy 2", null, PartyKind.Firm, new Dictionary<string, decimal>(), party)]));

        Assert.Equal(1, (await app.Send(town.TenantA, new SeatPageQuery(town.CouncilId, town.SeatA))).Value.OtherSeats);
    }

    [Fact]
    public async Task Unknown_seats_and_outsiders_find_nothing()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.TenantA, new SeatPageQuery(town.CouncilId, Guid.Empty))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new SeatPageQuery(town.OtherCouncilId, town.SeatA))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new SeatPageQuery(town.CouncilId, town.SeatA))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new SeatPageQuery(town.CouncilId, town.SeatA))).Refusal);
    }
}
