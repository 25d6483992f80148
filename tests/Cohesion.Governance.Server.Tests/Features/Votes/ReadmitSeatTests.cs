using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ReadmitSeat;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ReadmitSeatTests
{
    [Fact]
    public async Task A_readmitted_seat_counts_again_with_the_ballot_it_had_cast()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId, a: BallotChoice.No);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "arrears", "Fees."));

        Assert.True((await place.App.Send(place.Town.Secretary, new ReadmitSeatCommand(voteId, place.Town.SeatA))).IsGranted);

        // B and C have 4,000.50 of 8,820.50 m², not more than half.
        Assert.Equal("Rejected", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task A_seat_that_is_not_excluded_or_not_on_the_roll_is_refused_and_so_is_a_second_sending()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "arrears", "Fees."));
        await place.App.Send(place.Town.Secretary, new ReadmitSeatCommand(voteId, place.Town.SeatA));

        Assert.IsType<SeatNotExcluded>((await place.App.Send(place.Town.Secretary, new ReadmitSeatCommand(voteId, place.Town.SeatA))).Refusal);
        Assert.IsType<SeatNotOnRoll>((await place.App.Send(place.Town.Secretary, new ReadmitSeatCommand(voteId, Guid.CreateVersion7()))).Refusal);
    }

    [Fact]
    public async Task Refused_before_the_roll_is_frozen_after_closing_and_once_cancelled()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();
        var command = new ReadmitSeatCommand(voteId, place.Town.SeatA);

        Assert.IsType<RollNotFrozen>((await place.App.Send(place.Town.Secretary, command)).Refusal);
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));
        Assert.IsType<VoteWasCancelled>((await place.App.Send(place.Town.Secretary, command)).Refusal);
    }

    [Fact]
    public async Task Refused_from_the_instant_of_closing()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "arrears", "Fees."));
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);

        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.Secretary, new ReadmitSeatCommand(voteId, place.Town.SeatA))).Refusal);
    }

    [Fact]
    public async Task Only_the_secretary_readmits()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new ReadmitSeatCommand(voteId, place.Town.SeatA))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new ReadmitSeatCommand(voteId, place.Town.SeatA))).Refusal);
    }
}
