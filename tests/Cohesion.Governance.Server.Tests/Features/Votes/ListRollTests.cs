using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ListRoll;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ListRollTests
{
    [Fact]
    public async Task It_tells_every_line_in_the_order_of_blocs_and_labels_and_no_choice_while_ballots_are_open()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No);

        var roll = (await place.App.Send(place.Town.Observer, new ListRollQuery(voteId))).Value;

        Assert.Equal((5, 1, 1, false), (roll.Matching, roll.Page, roll.Pages, roll.IsCounted));
        Assert.Equal(roll.Seats.OrderBy(s => s.Bloc, StringComparer.Ordinal).ThenBy(s => s.Label, StringComparer.Ordinal).Select(s => s.SeatId), roll.Seats.Select(s => s.SeatId));
        var a = roll.Seats.Single(s => s.SeatId == place.Town.SeatA);
        Assert.Equal((true, null), (a.HasVoted, a.Choice));
    }

    [Fact]
    public async Task It_shows_the_lines_of_one_kind()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatB, "arrears", "Fees."));

        async Task<Guid[]> Shown(RollLines kind) => [.. (await place.App.Send(place.Town.Observer, new ListRollQuery(voteId, kind))).Value.Seats.Select(s => s.SeatId)];

        Assert.Equal([place.Town.SeatA], await Shown(RollLines.Voted));
        Assert.Equal([place.Town.SeatB], await Shown(RollLines.Excluded));
        Assert.Equal([.. new[] { place.Town.PropertySeat, place.Town.SeatC, place.Town.StreetSeat }.Order()], (await Shown(RollLines.Silent)).Order());
        Assert.Equal(4, (await Shown(RollLines.Unserved)).Length);
        Assert.Empty(await Shown(RollLines.Contested));
    }

    [Theory]
    [InlineData("galaxy")]
    [InlineData(" GALAXY tech ")]
    public async Task It_finds_a_seat_by_part_of_its_name_whatever_its_capitals(string find)
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var roll = (await place.App.Send(place.Town.Observer, new ListRollQuery(voteId, Find: find))).Value;

        Assert.Equal([place.Town.SeatA], roll.Seats.Select(s => s.SeatId));
    }

    [Fact]
    public async Task What_is_typed_is_looked_for_as_it_stands_and_means_nothing_to_the_database()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.Empty((await place.App.Send(place.Town.Observer, new ListRollQuery(voteId, Find: "%"))).Value.Seats);
        Assert.Empty((await place.App.Send(place.Town.Observer, new ListRollQuery(voteId, Find: "' OR 1=1 --"))).Value.Seats);
    }

    [Fact]
    public async Task A_page_past_the_last_is_the_last_and_a_page_before_the_first_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.Equal((1, 5), ((await place.App.Send(place.Town.Observer, new ListRollQuery(voteId, Page: 7))).Value.Page, 5));
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Observer, new ListRollQuery(voteId, Page: 0))).Refusal);
    }

    [Fact]
    public async Task A_roll_that_is_not_frozen_yet_has_no_lines()
    {
        await using var place = await VoteTown.Found();

        Assert.Equal(0, (await place.App.Send(place.Town.Observer, new ListRollQuery(await place.Create()))).Value.Matching);
    }

    [Fact]
    public async Task Of_a_long_roll_the_page_of_the_vote_carries_its_beginning_the_readers_seats_and_the_one_asked_for()
    {
        await using var place = await VoteTown.Found();
        await place.AddSeats(VoteView.MostSeats + 50);
        var voteId = await place.Open();
        var last = (await place.App.Send(place.Town.Observer, new ListRollQuery(voteId, Find: $"Shop {VoteView.MostSeats + 50:000}"))).Value.Seats.Single().SeatId;

        var page = (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId, last))).Value;
        var third = (await place.App.Send(place.Town.Observer, new ListRollQuery(voteId, Page: 3))).Value;

        Assert.Equal(VoteView.MostSeats + 55, page.Turnout!.Seats);
        Assert.InRange(page.Seats.Count, VoteView.MostSeats, VoteView.MostSeats + 2);
        Assert.Contains(page.Seats, s => s.SeatId == place.Town.SeatA);
        Assert.Contains(page.Seats, s => s.SeatId == last);
        Assert.Equal([place.Town.SeatA], page.MySeats);

        // 255 lines: pages of 100, 100 and 55.
        Assert.Equal((255, 3, 55), (third.Matching, third.Pages, third.Seats.Count));
    }

    [Fact]
    public async Task Somebody_from_elsewhere_is_not_told_that_it_exists()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new ListRollQuery(await place.Open()))).Refusal);
    }
}
