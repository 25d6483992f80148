using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.MyDay.MyDay;
using Cohesion.Governance.Server.Features.Votes.ListBallotEntries;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ListBallotEntriesTests
{
    [Fact]
    public async Task Who_is_to_check_is_not_shown_what_was_read_and_who_entered_it_may_not_check()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Enter(voteId, place.Town.SeatB, BallotChoice.No);

        var secretary = Assert.Single((await place.App.Send(place.Town.Secretary, new ListBallotEntriesQuery(voteId))).Value.Entries);
        var visitor = Assert.Single((await place.App.Send(place.Town.VisitingWorker, new ListBallotEntriesQuery(voteId))).Value.Entries);

        Assert.Equal((true, false), (secretary.MayCheck, visitor.MayCheck));
        Assert.Empty(secretary.Readings);
        Assert.Equal(("Blue Harbour", "Room 101", "Visitor He"), (secretary.Seat, secretary.Place, secretary.EnteredBy.En));
    }

    [Fact]
    public async Task Both_readings_are_shown_to_whoever_settles_it_and_to_nobody_else()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Check(voteId, await place.Enter(voteId, place.Town.SeatB, BallotChoice.No), BallotChoice.Yes);

        var convenor = Assert.Single((await place.App.Send(place.Town.Convenor, new ListBallotEntriesQuery(voteId))).Value.Entries);
        var secretary = Assert.Single((await place.App.Send(place.Town.Secretary, new ListBallotEntriesQuery(voteId))).Value.Entries);

        Assert.Equal([BallotChoice.No, BallotChoice.Yes], convenor.Readings);
        Assert.Empty(secretary.Readings);
        Assert.False(secretary.MaySettle);
    }

    [Fact]
    public async Task What_waits_for_somebody_stands_on_his_day()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Enter(voteId, place.Town.SeatB, BallotChoice.No);
        await place.Check(voteId, await place.Enter(voteId, place.Town.SeatA, BallotChoice.No), BallotChoice.Yes);

        var secretary = Assert.Single((await place.App.Send(place.Town.Secretary, new MyDayQuery())).Value.Entries);
        var convenor = Assert.Single((await place.App.Send(place.Town.Convenor, new MyDayQuery())).Value.Entries);

        Assert.Equal((voteId, 1, 0), (secretary.VoteId, secretary.ToCheck, secretary.ToSettle));
        Assert.Equal((0, 1), (convenor.ToCheck, convenor.ToSettle));
        Assert.Empty((await place.App.Send(place.Town.VisitingWorker, new MyDayQuery())).Value.Entries);
        Assert.Empty((await place.App.Send(place.Town.TenantA, new MyDayQuery())).Value.Entries);
    }

    [Fact]
    public async Task A_co_owned_seat_is_listed_with_those_who_may_have_signed()
    {
        await using var place = await VoteTown.Found();
        await place.Join(place.Town.Observer, place.Town.SeatB, coOwner: true);
        var voteId = await place.Open();

        var seats = (await place.App.Send(place.Town.VisitingWorker, new ListBallotEntriesQuery(voteId))).Value.Seats;

        Assert.Equal(2, seats.Single(s => s.SeatId == place.Town.SeatB).Signers.Count);
        Assert.Empty(seats.Single(s => s.SeatId == place.Town.SeatA).Signers);
    }

    [Fact]
    public async Task Others_may_not_read_it()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new ListBallotEntriesQuery(voteId))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new ListBallotEntriesQuery(voteId))).Refusal);
    }
}
