using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.RecordService;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class RecordServiceTests
{
    [Fact]
    public async Task Service_is_recorded_with_its_proof_and_the_first_proof_stays()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var first = await place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [place.Town.SeatA, place.Town.SeatB], "Signed list 1"));

        var again = await place.App.Send(place.Town.Secretary, new RecordServiceCommand(voteId, [place.Town.SeatA, place.Town.SeatC], "Signed list 2"));

        Assert.Equal((2, 1), (first.Value, again.Value));
        Assert.Equal("Signed list 1", (await place.App.Db(db => db.RollEntries.SingleAsync(r => r.SeatId == place.Town.SeatA))).ServiceProof);
    }

    [Fact]
    public async Task One_seat_that_is_not_on_the_roll_refuses_the_whole_list()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var outcome = await place.App.Send(place.Town.Secretary, new RecordServiceCommand(voteId, [place.Town.SeatA, Guid.CreateVersion7()], "List"));

        Assert.IsType<SeatNotOnRoll>(outcome.Refusal);
        Assert.Equal(0, await place.App.Db(db => db.RollEntries.CountAsync(r => r.ServedAt != null)));
    }

    [Fact]
    public async Task Two_lists_at_once_are_both_taken()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var both = await Task.WhenAll(
            place.App.Send(place.Town.Secretary, new RecordServiceCommand(voteId, [place.Town.SeatA, place.Town.SeatB], "List 1")),
            place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [place.Town.SeatB, place.Town.SeatC], "List 2")));

        Assert.Equal(3, both.Sum(o => o.Value));
    }

    [Fact]
    public async Task Refused_before_the_roll_is_frozen_after_closing_and_once_cancelled()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();
        var command = new RecordServiceCommand(voteId, [place.Town.SeatA], "List");

        Assert.IsType<RollNotFrozen>((await place.App.Send(place.Town.Secretary, command)).Refusal);
        await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.Secretary, command)).Refusal);
    }

    [Fact]
    public async Task Refused_without_seats_or_proof_and_in_a_cancelled_vote()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new RecordServiceCommand(voteId, [], "List"))).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new RecordServiceCommand(voteId, [place.Town.SeatA], ""))).Refusal);
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));
        Assert.IsType<VoteWasCancelled>((await place.App.Send(place.Town.Secretary, new RecordServiceCommand(voteId, [place.Town.SeatA], "List"))).Refusal);
    }

    [Fact]
    public async Task Only_the_secretary_and_visiting_workers_record_service()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new RecordServiceCommand(voteId, [place.Town.SeatA], "List"))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new RecordServiceCommand(voteId, [place.Town.SeatA], "List"))).Refusal);
    }
}
