using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.BallotPage;
using Cohesion.Governance.Server.Features.Votes.MandateOptions;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>In an estate of many households nobody is sent the names of all to choose one: he looks for the one he means.</summary>
public sealed class LargeCouncilTests
{
    [Fact]
    public async Task A_ballot_paper_offers_nobody_for_a_mandate_until_a_name_is_looked_for()
    {
        await using var place = await Estate(60);
        var voteId = await place.Open();
        async Task<MandateHolders> Offered(string? find) => (await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId, find))).Value.Holders;

        Assert.Equal((0, true), Told(await Offered(null)));
        Assert.Equal((0, true), Told(await Offered("household")));
        Assert.Equal(("Household 07", false), Names(await Offered("hold 07")));
        Assert.Equal(("Household 07", false), Names(await Offered("  HOUSEHOLD 07 ")));
        Assert.Equal(("Household 07", false), Names(await Offered("住户07")));
        Assert.Equal(10, (await Offered("household 1")).People.Count);
        Assert.Equal((0, false), Told(await Offered("nobody of that name")));

        // He himself cannot be his own proxy, whatever he looks for.
        Assert.Equal((0, false), Told(await Offered((await place.App.Db(db => db.People.SingleAsync(p => p.Id == place.Town.TenantA))).Name.En)));
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId, new string('x', 101)))).Refusal);
    }

    [Fact]
    public async Task The_secretary_looks_for_the_seat_as_well_and_a_member_has_his_own()
    {
        await using var place = await Estate(60);
        async Task<MandateOptionsView> Options(Guid person, string? holder, string? seat) =>
            (await place.App.Send(person, new MandateOptionsQuery(place.Town.CouncilId, holder, seat))).Value;

        var unasked = await Options(place.Town.Secretary, null, null);
        var asked = await Options(place.Town.Secretary, "household 21", "flat 33");
        var member = await Options(place.Town.TenantA, null, "flat 33");

        Assert.Equal((0, true, 0, true), (unasked.OtherSeats.Count, unasked.AreMoreSeats, unasked.Holders.People.Count, unasked.Holders.AreMore));
        Assert.Equal(("Flat 33", false), (Assert.Single(asked.OtherSeats).Label, asked.AreMoreSeats));
        Assert.Equal(("Household 21", false), Names(asked.Holders));
        Assert.Equal((1, 0, false), (member.Seats.Count, member.OtherSeats.Count, member.AreMoreSeats));
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new MandateOptionsQuery(place.Town.CouncilId, null, new string('x', 101)))).Refusal);
    }

    [Fact]
    public async Task A_small_council_has_all_in_the_list_by_name()
    {
        // Those of the town beside forty households are fewer than ten.
        await using var place = await Estate(40);

        var holders = (await place.App.Send(place.Town.TenantA, new MandateOptionsQuery(place.Town.CouncilId))).Value.Holders;

        Assert.False(holders.AreMore);
        Assert.InRange(holders.People.Count, 41, MandateHolders.Most);
        Assert.Equal(holders.People.Select(p => p.Name.En).Order(StringComparer.Ordinal), holders.People.Select(p => p.Name.En));
    }

    [Theory]
    [InlineData("en", "Find who is to vote, by name", "Nobody fits.", "More than 50 fit.")]
    [InlineData("zh-CN", "按姓名查找受托人", "没有符合的人员", "符合条件的超过 50 个")]
    public async Task The_ballot_page_has_a_field_to_look_and_then_a_list_to_choose_from(string language, string label, string nobody, string many)
    {
        await using var place = await Estate(60);
        var voteId = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantA, language);

        var before = await visitor.Get($"/votes/{voteId}/ballot");
        var found = await visitor.Get($"/votes/{voteId}/ballot?holder=household+07");
        var none = await visitor.Get($"/votes/{voteId}/ballot?holder=zzz");
        var all = await visitor.Get($"/votes/{voteId}/ballot?holder=household");

        Assert.Contains(label, before.Words, StringComparison.Ordinal);
        Assert.Null(before.Document.QuerySelector("[name=holderPersonId]"));
        Assert.DoesNotContain("Household", before.Text, StringComparison.Ordinal);
        Assert.Single(found.Document.QuerySelectorAll("select[name=holderPersonId] option[value]:not([value=''])"));
        Assert.Contains(nobody, none.Words, StringComparison.Ordinal);
        Assert.Contains(many, all.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "find the seat and the person first", "No seat fits.")]
    [InlineData("zh-CN", "请先查找席位和受托人", "没有符合的席位")]
    public async Task The_page_of_mandates_asks_the_secretary_for_both_before_it_offers_any(string language, string first, string noSeat)
    {
        await using var place = await Estate(60);
        using var secretary = await Visitor.SignedIn(place.App, place.Town.Secretary, language);

        var before = await secretary.Get($"/councils/{place.Town.CouncilId}/mandates");
        var found = await secretary.Get($"/councils/{place.Town.CouncilId}/mandates?seat=flat+33&holder=household+21");
        var none = await secretary.Get($"/councils/{place.Town.CouncilId}/mandates?seat=zzz&holder=household+21");

        Assert.Contains(first, before.Words, StringComparison.Ordinal);
        Assert.Null(before.Document.GetElementById("record"));
        Assert.Contains("Flat 33", found.Document.GetElementById("record")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(noSeat, none.Words, StringComparison.Ordinal);
    }

    private static async Task<VoteTown> Estate(int households)
    {
        var place = await VoteTown.Found("council.simple-majority");
        var now = place.App.Clock.GetUtcNow();
        Guid Id() => Guid.CreateVersion7(now);
        await place.App.Db(async db =>
        {
            var bloc = await db.Blocs.FirstAsync(b => b.CouncilId == place.Town.CouncilId);
            for (var n = 1; n <= households; n++)
            {
                var number = n.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
                var person = new Person { Id = Id(), Name = new("Household " + number, "住户" + number), Language = Language.English };
                var party = new Party { Id = Id(), CouncilId = place.Town.CouncilId, Name = person.Name, Kind = PartyKind.Person };
                var seat = new SeatEntry
                {
                    Id = Id(), SeatId = Id(), CouncilId = place.Town.CouncilId, BlocId = bloc.Id, PartyId = party.Id, Label = "Flat " + number,
                    Measures = MeasureValues.Of(("area", 100), ("heads", 1)), FromVersion = 1,
                };
                db.AddRange(person, party, seat);
                db.OfficeHoldings.Add(new OfficeHolding
                {
                    Id = Id(), PersonId = person.Id, Office = Office.Owner, CouncilId = place.Town.CouncilId, SeatId = seat.SeatId, Since = now.AddDays(-30),
                });
            }
        });
        return place;
    }

    private static (int Count, bool AreMore) Told(MandateHolders holders) => (holders.People.Count, holders.AreMore);

    private static (string Names, bool AreMore) Names(MandateHolders holders) => (string.Join(", ", holders.People.Select(p => p.Name.En)), holders.AreMore);
}
