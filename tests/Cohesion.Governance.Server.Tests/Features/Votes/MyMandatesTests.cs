using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.MyDay.MyDay;
using Cohesion.Governance.Server.Features.Votes.MyMandates;
using Cohesion.Governance.Server.Features.Votes.RevokeMandate;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class MyMandatesTests
{
    [Fact]
    public async Task A_holder_sees_each_seat_he_speaks_for_with_a_ballot_and_what_he_said_for_it()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.Outsider);
        await place.Mandate(voteId, place.Town.TenantC, place.Town.SeatC, place.Town.Outsider);
        await place.Cast(voteId, place.Town.Outsider, place.Town.SeatB, BallotChoice.No);

        var held = (await place.App.Send(place.Town.Outsider, new MyMandatesQuery())).Value;

        Assert.Equal(["Blue Harbour", "Yunfan Law"], held.Select(m => m.Seat).Order(StringComparer.Ordinal));
        Assert.All(held, m => Assert.Equal((voteId, "Add a freight elevator?", true), (Assert.Single(m.Ballots).VoteId, m.Of, m.IsWritten)));
        Assert.Equal(BallotChoice.No, held.Single(m => m.SeatId == place.Town.SeatB).Ballots[0].Said);
        Assert.Null(held.Single(m => m.SeatId == place.Town.SeatC).Ballots[0].Said);
    }

    [Fact]
    public async Task What_the_seat_said_itself_is_not_shown_and_a_mandate_taken_back_is_gone()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.TenantB, new Server.Features.Votes.GiveMandate.GiveMandateCommand(
            place.Town.CouncilId, place.Town.SeatB, place.Town.TenantA, MandateScope.Until, Until: place.App.Clock.GetUtcNow().AddDays(30)));
        await place.Mandate(voteId, place.Town.TenantC, place.Town.SeatC, place.Town.TenantA);
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No);

        var ballot = (await place.App.Send(place.Town.TenantA, new MyMandatesQuery())).Value.Single(m => m.SeatId == place.Town.SeatB).Ballots[0];
        var mandate = await place.App.Db(db => db.Mandates.SingleAsync(m => m.SeatId == place.Town.SeatC));
        await place.App.Send(place.Town.TenantC, new RevokeMandateCommand(place.Town.CouncilId, mandate.Id));

        Assert.Equal((null, new SeatVotedItself().Message), (ballot.Said, ballot.WhyNot));
        Assert.Equal(place.Town.SeatB, Assert.Single((await place.App.Send(place.Town.TenantA, new MyMandatesQuery())).Value).SeatId);
    }

    [Fact]
    public async Task One_for_another_vote_brings_no_ballot_here_nor_on_the_holders_day()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.Outsider);
        await place.App.Db(db => db.Mandates.ExecuteUpdateAsync(set => set.SetProperty(m => m.VoteId, Guid.CreateVersion7(place.App.Clock.GetUtcNow()))));

        Assert.Empty(Assert.Single((await place.App.Send(place.Town.Outsider, new MyMandatesQuery())).Value).Ballots);
        Assert.Empty((await place.App.Send(place.Town.Outsider, new MyDayQuery())).Value.Votes);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_holds_any()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<SignInNeeded>((await place.App.Send(null, new MyMandatesQuery())).Refusal);
        Assert.Empty((await place.App.Send(place.Town.TenantA, new MyMandatesQuery())).Value);
    }
}
