using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CountSoFar;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class CountSoFarTests
{
    [Fact]
    public async Task It_tells_how_many_took_part_and_how_their_ballots_came()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No);
        await place.Paper(voteId, place.Town.SeatB, BallotChoice.Yes);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatC, "arrears", "Fees."));

        var turnout = (await place.App.Send(place.Town.Observer, new CountSoFarQuery(voteId))).Value.Turnout!;

        // Five seats, one of them excluded; A changed its ballot, so that the first does not count.
        Assert.Equal((5, 4, 2, 1), (turnout.Seats, turnout.Voters, turnout.Voted, turnout.Uncounted));
        Assert.Equal([(BallotChannel.Online, 1), (BallotChannel.Paper, 1)], turnout.ByChannel.Select(c => (c.Channel, c.Ballots)));
    }

    [Fact]
    public async Task Before_the_roll_is_frozen_there_is_nothing_to_count()
    {
        await using var place = await VoteTown.Found();

        var count = (await place.App.Send(place.Town.Observer, new CountSoFarQuery(await place.Create()))).Value;

        Assert.Equal((VoteStage.Planned, null, null, null), (count.Stage, count.Tally, count.Turnout, count.Decision));
    }

    [Fact]
    public async Task Once_counted_it_is_the_result_as_it_was_counted()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.Count(voteId);

        var count = (await place.App.Send(place.Town.Observer, new CountSoFarQuery(voteId))).Value;

        Assert.Equal((VoteStage.Closed, "Adopted", false), (count.Stage, count.Outcome, count.Decision!.CanStillChange));
    }

    [Fact]
    public async Task Somebody_from_elsewhere_is_not_told_that_it_exists()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new CountSoFarQuery(await place.Open()))).Refusal);
    }
}
