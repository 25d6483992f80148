using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Councils.ReviseRegister;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class ReviseRegisterTests
{
    private static readonly Dictionary<string, decimal> SmallArea = new() { ["area"] = 120.25m, ["heads"] = 1 };

    [Fact]
    public async Task A_seat_is_added_one_changed_one_removed_and_the_old_version_stays_as_it_was()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var answer = (await app.Send(town.Secretary, new ReviseRegisterCommand(
            town.CouncilId, 1, "A firm moved in, one grew, one left",
            [new("tenants", "Qingshan Coffee", new("Qingshan Coffee", "青山咖啡"), PartyKind.Firm, SmallArea)],
            [new(town.SeatA, Measures: new Dictionary<string, decimal> { ["area"] = 5000m, ["heads"] = 1 })],
            [town.SeatB]))).Value;

        Assert.Equal((2, "Qingshan Coffee"), (answer.Version, answer.Added.Single().Label));
        Assert.Equal([12_025L, 100_050L, 500_000L], (await Areas(app, town, 2)).Where(a => a > 0).Order());
        Assert.Equal([100_050L, 300_000L, 482_000L], (await Areas(app, town, 1)).Where(a => a > 0).Order());
        Assert.Equal(2, await app.Db(db => db.Councils.Where(c => c.Id == town.CouncilId).Select(c => c.RegisterVersion).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_acted_for_a_removed_seat_no_longer_does()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "left", Remove: [town.SeatB]));

        Assert.NotNull(await app.Db(db => db.OfficeHoldings.Where(h => h.SeatId == town.SeatB).Select(h => h.Until).SingleAsync()));
        Assert.Null(await app.Db(db => db.OfficeHoldings.Where(h => h.SeatId == town.SeatA).Select(h => h.Until).SingleAsync()));
    }

    [Fact]
    public async Task Sent_twice_or_by_two_at_once_it_is_one_revision()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new ReviseRegisterCommand(town.CouncilId, 1, "left", Remove: [town.SeatB]);

        var outcomes = await Task.WhenAll(app.Send(town.Secretary, command), app.Send(town.Secretary, command));
        var again = await app.Send(town.Secretary, command);

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.IsType<RegisterMovedOn>(outcomes.Single(o => !o.IsGranted).Refusal);
        Assert.IsType<RegisterMovedOn>(again.Refusal);
        Assert.Equal(2, await app.Db(db => db.RegisterVersions.CountAsync(v => v.CouncilId == town.CouncilId)));
    }

    [Fact]
    public async Task What_cannot_be_entered_is_refused_and_leaves_nothing_behind()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var seat = new SeatToAdd("tenants", "Nine", new("Nine", "九"), PartyKind.Firm, SmallArea);

        Task<Outcome<ReviseRegisterAnswer>> Add(SeatToAdd one) => app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "x", [one]));

        Assert.IsType<Domain.Proposals.UnknownBloc>((await Add(seat with { Bloc = "riders" })).Refusal);
        Assert.IsType<MeasureUnknown>((await Add(seat with { Measures = new Dictionary<string, decimal> { ["rooms"] = 1 } })).Refusal);
        Assert.IsType<MeasureNotPossible>((await Add(seat with { Measures = new Dictionary<string, decimal> { ["area"] = 1.005m } })).Refusal);
        Assert.IsType<MeasureNotPossible>((await Add(seat with { Measures = new Dictionary<string, decimal> { ["area"] = -1m } })).Refusal);
        Assert.IsType<MeasureNotPossible>((await Add(seat with { Measures = new Dictionary<string, decimal> { ["area"] = 1e25m } })).Refusal);
        Assert.IsType<PartyUnknown>((await Add(seat with { PartyName = null })).Refusal);
        Assert.IsType<PartyUnknown>((await Add(seat with { PartyId = Guid.Empty })).Refusal);
        Assert.IsType<SeatLabelTaken>((await Add(seat with { Label = "galaxy tech" })).Refusal);
        Assert.IsType<InvalidRequest>((await Add(seat with { Label = "" })).Refusal);
        Assert.IsType<SeatNotRegistered>((await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "x", Remove: [Guid.Empty]))).Refusal);
        Assert.IsType<SeatNotRegistered>((await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "x", Change: [new(town.SeatA)], Remove: [town.SeatA]))).Refusal);
        Assert.IsType<NothingToRevise>((await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "x"))).Refusal);
        Assert.Equal(1, await app.Db(db => db.RegisterVersions.CountAsync()));
    }

    [Fact]
    public async Task Seats_with_one_key_belong_to_one_new_party()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "two floors",
        [
            new("tenants", "Floor 8", new("Haotian", "昊天"), PartyKind.Firm, SmallArea, PartyKey: "h"),
            new("tenants", "Floor 9", new("Haotian", "昊天"), PartyKind.Firm, SmallArea, PartyKey: "h"),
        ]));

        Assert.Single((await app.Db(db => db.SeatEntries.Where(s => s.FromVersion == 2).Select(s => s.PartyId).ToListAsync())).Distinct());
    }

    [Fact]
    public async Task A_seat_changes_hands_to_a_new_party_and_moves_to_another_bloc()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var before = await Line(app, town.SeatA);

        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "sold", Change:
        [
            new(town.SeatA, PartyName: LocalText.Same("王伟"), PartyKind: PartyKind.Person, PartyKey: "w"), new(town.SeatB, Bloc: "property", PartyName: LocalText.Same("王伟"), PartyKey: "w"),
        ]));

        var (first, second) = (await Line(app, town.SeatA), await Line(app, town.SeatB));
        var buyer = await app.Db(db => db.Parties.SingleAsync(p => p.Id == first.PartyId));
        Assert.Equal(("王伟", PartyKind.Person, first.PartyId), (buyer.Name.Zh, buyer.Kind, second.PartyId));
        Assert.Equal((before.Label, before.Measures, before.BlocId), (first.Label, first.Measures, first.BlocId));
        Assert.Equal((await Line(app, town.PropertySeat)).BlocId, second.BlocId);
    }

    [Fact]
    public async Task What_says_the_same_as_stands_is_no_revision_and_an_unknown_bloc_is_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var same = new SeatToChange(
            town.SeatA, " Galaxy Tech ", new Dictionary<string, decimal> { ["area"] = 4820.00m, ["heads"] = 1 }, Bloc: "tenants", PartyName: new("Galaxy Tech", "星河科技"), PartyKind: PartyKind.Firm);

        Assert.IsType<NothingToRevise>((await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "x", Change: [same]))).Refusal);
        Assert.IsType<Domain.Proposals.UnknownBloc>((await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "x", Change: [same with { Bloc = "riders" }]))).Refusal);
        Assert.Equal(1, (await Line(app, town.SeatA)).FromVersion);
    }

    [Fact]
    public async Task Only_the_secretary_may()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new ReviseRegisterCommand(town.CouncilId, 1, "left", Remove: [town.SeatB]);

        Assert.IsType<OfficeNeeded>((await app.Send(town.Convenor, command)).Refusal);
        Assert.IsType<OfficeNeeded>((await app.Send(town.TenantA, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }

    private static Task<SeatEntry> Line(GovernanceApp app, Guid seat) => app.Db(db => db.SeatEntries.AsNoTracking().SingleAsync(s => s.SeatId == seat && s.ToVersion == null));

    private static async Task<IEnumerable<long>> Areas(GovernanceApp app, Town town, int version) =>
        (await app.Db(db => db.SeatEntries.Where(s => s.CouncilId == town.CouncilId && s.FromVersion <= version && (s.ToVersion == null || s.ToVersion > version)).ToListAsync()))
        .Select(s => s.Measures["area"]);
}
