using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.RecordService;
using Cohesion.Governance.Server.Features.Votes.VotePage;
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

    [Fact]
    public async Task A_refusal_serves_before_a_witness_and_what_could_not_be_delivered_once_it_was_posted()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        async Task<int> Record(Guid seat, DeliveryKind kind, string? witness = null)
        {
            place.App.Clock.Advance(TimeSpan.FromMinutes(1));
            return (await place.App.Send(
                place.Town.VisitingWorker, new RecordServiceCommand(voteId, [seat], "Photograph 7", kind, null, witness, "Door of 101", VoteTown.Scan))).Value;
        }

        Assert.Equal(0, await Record(place.Town.SeatA, DeliveryKind.Refused));
        Assert.Equal(1, await Record(place.Town.SeatA, DeliveryKind.Refused, "Ms He"));
        Assert.Equal(0, await Record(place.Town.SeatB, DeliveryKind.Undeliverable));
        Assert.Equal(0, await Record(place.Town.SeatC, DeliveryKind.Posted));
        Assert.Equal(1, await Record(place.Town.SeatB, DeliveryKind.Posted));

        Assert.Equal(5, await place.App.Db(db => db.DeliveryRecords.CountAsync()));
        Assert.Equal(ServedBy.WitnessedRefusal, (await place.App.Db(db => db.RollEntries.SingleAsync(r => r.SeatId == place.Town.SeatA))).ServedBy);
        Assert.Equal(ServedBy.Posting, (await place.App.Db(db => db.RollEntries.SingleAsync(r => r.SeatId == place.Town.SeatB))).ServedBy);
        Assert.Null((await place.App.Db(db => db.RollEntries.SingleAsync(r => r.SeatId == place.Town.SeatC))).ServedAt);
    }

    [Fact]
    public async Task The_vote_page_lists_who_was_not_served_and_what_is_missing()
    {
        await using var place = await VoteTown.Found(rule: "cn.civil-code.278.ordinary.silence-follows");
        var voteId = await place.Open();
        await place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [place.Town.SeatB], "Photograph 7", DeliveryKind.Undeliverable));
        await place.App.Send(place.Town.VisitingWorker, new RecordServiceCommand(voteId, [place.Town.SeatA], "Signed"));

        var seats = (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value.Seats.ToDictionary(s => s.SeatId);

        Assert.Equal((true, "handed over"), (seats[place.Town.SeatA].IsServed, seats[place.Town.SeatA].Service!.En));
        Assert.Equal((false, "could not be delivered: post it on the notice board"), (seats[place.Town.SeatB].IsServed, seats[place.Town.SeatB].Service!.En));
        Assert.Equal((false, "no service recorded"), (seats[place.Town.SeatC].IsServed, seats[place.Town.SeatC].Service!.En));
    }

    [Fact]
    public async Task The_same_line_twice_stands_once_and_nothing_is_served_in_the_future()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var command = new RecordServiceCommand(voteId, [place.Town.SeatA], "List", At: place.App.Clock.GetUtcNow());
        await place.App.Send(place.Town.Secretary, command);

        Assert.Equal(0, (await place.App.Send(place.Town.Secretary, command)).Value);

        Assert.Equal(1, await place.App.Db(db => db.DeliveryRecords.CountAsync()));
        Assert.IsType<ServedInFuture>((await place.App.Send(
            place.Town.Secretary, new RecordServiceCommand(voteId, [place.Town.SeatB], "List", At: place.App.Clock.GetUtcNow().AddMinutes(1)))).Refusal);
    }
}
