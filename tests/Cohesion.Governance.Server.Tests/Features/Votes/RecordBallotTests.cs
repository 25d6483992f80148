using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.RecordBallot;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class RecordBallotTests
{
    [Fact]
    public async Task A_visiting_worker_records_a_ballot_taken_at_the_door_and_the_seat_is_told()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var outcome = await place.App.Send(place.Town.VisitingWorker, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Visit));

        Assert.Equal(BallotEffect.First, outcome.Value.Effect);
        var ballot = await place.App.Db(db => db.Ballots.SingleAsync());
        Assert.Equal((BallotChannel.Visit, place.Town.VisitingWorker), (ballot.Channel, ballot.CastByPersonId));
        var told = await place.App.Db(db => db.Notifications.SingleAsync(n => n.Kind == "vote.recorded"));
        Assert.Equal(place.Town.TenantB, told.PersonId);
        Assert.Contains("at the door", told.Text.En, StringComparison.Ordinal);
        Assert.Contains("上门", told.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_twice_it_is_one_ballot_and_the_seat_is_told_once()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var command = new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Paper);
        var first = await place.App.Send(place.Town.Secretary, command);

        var again = await place.App.Send(place.Town.Secretary, command);

        Assert.Equal((first.Value.Receipt, BallotEffect.Same), (again.Value.Receipt, again.Value.Effect));
        Assert.Equal(1, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.recorded")));
    }

    [Fact]
    public async Task A_misread_paper_is_corrected_and_both_entries_stay_on_record()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Paper));

        var corrected = await place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.No, BallotChannel.Paper));

        Assert.Equal(BallotEffect.Changed, corrected.Value.Effect);
        Assert.Equal(2, await place.App.Db(db => db.BallotRecords.CountAsync()));
    }

    [Fact]
    public async Task A_ballot_the_seat_cast_itself_is_not_replaced_by_one_entered_for_it()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No);

        var outcome = await place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Paper));

        Assert.IsType<SeatVotedItself>(outcome.Refusal);
        Assert.Equal(BallotChoice.No, (await place.App.Db(db => db.Ballots.SingleAsync())).Choice);
        Assert.Equal(1, (await place.Vote(voteId)).BallotCount);
    }

    [Fact]
    public async Task The_seat_itself_may_replace_what_was_entered_for_it()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Paper));

        Assert.Equal(BallotEffect.Changed, (await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No)).Value.Effect);
    }

    [Fact]
    public async Task A_paper_and_an_online_ballot_at_once_leave_one_valid_ballot()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var online = place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No);
        var paper = place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Paper));
        await Task.WhenAll(online, paper);

        // Whichever came first, the seat's own word stands.
        Assert.True((await online).IsGranted);
        Assert.Equal(BallotChannel.Online, (await place.App.Db(db => db.Ballots.SingleAsync())).Channel);
    }

    [Fact]
    public async Task Nobody_enters_an_online_ballot_for_a_seat()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var outcome = await place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Online));

        Assert.IsType<InvalidRequest>(outcome.Refusal);
    }

    [Fact]
    public async Task Refused_before_opening_after_closing_and_once_cancelled()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();
        Task<Domain.Outcome<BallotReceipt>> Record() =>
            place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Paper));

        Assert.IsType<VoteNotOpenYet>((await Record()).Refusal);
        await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await Record()).Refusal);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value.AddDays(1));
        await place.Count(voteId);
        Assert.IsType<VoteHasClosed>((await Record()).Refusal);
    }

    [Fact]
    public async Task Refused_in_a_cancelled_vote()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        var outcome = await place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Paper));

        Assert.IsType<VoteWasCancelled>(outcome.Refusal);
    }

    [Fact]
    public async Task Refused_for_a_seat_that_is_excluded_or_not_on_the_roll()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatB, "arrears", "Two years of fees."));

        var excluded = await place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Paper));
        var stranger = await place.App.Send(place.Town.Secretary, new RecordBallotCommand(voteId, Guid.CreateVersion7(), BallotChoice.Yes, BallotChannel.Paper));

        Assert.IsType<SeatIsExcluded>(excluded.Refusal);
        Assert.IsType<SeatNotOnRoll>(stranger.Refusal);
    }

    [Fact]
    public async Task Only_the_secretary_and_visiting_workers_record_ballots()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var command = new RecordBallotCommand(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Paper);

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, command)).Refusal);
        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.Observer, command)).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, command)).Refusal);
    }
}
