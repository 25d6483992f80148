using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Registers.RenameParty;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Registers;

public sealed class RenamePartyTests
{
    private static readonly LocalText NewName = new("Galaxy Group", "星河集团");

    [Fact]
    public async Task The_party_keeps_its_id_and_its_seat_and_the_journal_keeps_the_reason()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var before = await PartyOf(app, town.SeatA);

        Assert.Null((await app.Send(town.Secretary, Rename(town))).Refusal);

        var after = await PartyOf(app, town.SeatA);
        Assert.Equal((before.Id, NewName), (after.Id, after.Name));
        Assert.Equal(1, await app.Db(db => db.Councils.Where(c => c.Id == town.CouncilId).Select(c => c.RegisterVersion).SingleAsync()));
        var entry = await app.Db(db => db.Journal.SingleAsync(j => j.CouncilId == town.CouncilId));
        Assert.Equal("RenameParty", entry.Command);
        Assert.Contains("renamed by the registry", entry.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_again_and_that_of_another_party_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<PartyHasThatName>((await app.Send(town.Secretary, Rename(town) with { Name = new("Galaxy Tech", "星河科技") })).Refusal);
        Assert.IsType<PartyNameTaken>((await app.Send(town.Secretary, Rename(town) with { Name = new("blue harbour", "") })).Refusal);
        Assert.IsType<PartyNameTaken>((await app.Send(town.Secretary, Rename(town) with { Name = new("Galaxy", "蓝港贸易") })).Refusal);
    }

    [Fact]
    public async Task A_party_without_a_seat_gives_its_name_free()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(async db => { (await db.SeatEntries.SingleAsync(s => s.SeatId == town.SeatB)).ToVersion = 1; });

        Assert.Null((await app.Send(town.Secretary, Rename(town) with { Name = new("Blue Harbour", "蓝港贸易") })).Refusal);
    }

    [Fact]
    public async Task No_name_no_reason_and_no_seat_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<InvalidRequest>((await app.Send(town.Secretary, Rename(town) with { Name = new("", " ") })).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Secretary, Rename(town) with { Reason = "" })).Refusal);
        Assert.IsType<SeatNotRegistered>((await app.Send(town.Secretary, Rename(town) with { SeatId = town.CouncilId })).Refusal);
    }

    [Fact]
    public async Task Only_the_secretary_of_the_council_may()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<OfficeNeeded>((await app.Send(town.TenantA, Rename(town))).Refusal);
        Assert.IsType<OfficeNeeded>((await app.Send(town.Convenor, Rename(town))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, Rename(town))).Refusal);
        Assert.IsType<SeatNotRegistered>((await app.Send(town.Outsider, Rename(town) with { CouncilId = town.OtherCouncilId })).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, Rename(town))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_it_is_done_once_and_the_form_is_on_the_page_of_the_seat()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Secretary);
        var path = $"/councils/{town.CouncilId}/register/seats/{town.SeatA}";
        var (_, form) = await visitor.Form(path, "rename-party");

        await visitor.Submit(form, ("name.en", "Galaxy Group"), ("name.zh", "星河集团"), ("reason", "renamed by the registry"));
        await visitor.Submit(form, ("name.en", "Galaxy Group"), ("name.zh", "星河集团"), ("reason", "renamed by the registry"));

        Assert.Contains("Galaxy Group", (await visitor.Get(path)).Document.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await app.Db(db => db.Journal.CountAsync(j => j.Command == "RenameParty")));
    }

    private static RenamePartyCommand Rename(Town town) => new(town.CouncilId, town.SeatA, NewName, "renamed by the registry");

    private static Task<Party> PartyOf(GovernanceApp app, Guid seat) => app.Db(async db =>
    {
        var party = await db.SeatEntries.Where(s => s.SeatId == seat).Select(s => s.PartyId).SingleAsync();
        return await db.Parties.AsNoTracking().SingleAsync(p => p.Id == party);
    });
}
