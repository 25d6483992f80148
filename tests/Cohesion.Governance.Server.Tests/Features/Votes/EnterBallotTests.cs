using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.EnterBallot;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class EnterBallotTests
{
    [Fact]
    public async Task An_entry_is_kept_with_scan_witness_place_and_time_and_counts_for_nothing_yet()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var taken = place.App.Clock.GetUtcNow();

        var entryId = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Visit);

        var entry = await place.App.Db(db => db.BallotEntries.SingleAsync());
        Assert.Equal(
            (entryId, BallotEntryStage.AwaitingCheck, VoteTown.Scan, "Ms He", "Room 101", taken, place.Town.VisitingWorker),
            (entry.Id, entry.Stage, entry.ScanHash, entry.Witness, entry.Place, entry.TakenAt, entry.EnteredByPersonId));
        Assert.Null(await place.BallotOf(voteId, place.Town.SeatB));
        Assert.Equal("NoQuorum", (await Simple()).Outcome);

        static async Task<Server.Features.Votes.CountVote.CountedVote> Simple()
        {
            await using var other = await VoteTown.Found(rule: "council.simple-majority");
            var vote = await other.Open();
            foreach (var seat in new[] { other.Town.SeatA, other.Town.SeatB, other.Town.SeatC })
            {
                await other.Enter(vote, seat, BallotChoice.Yes);
            }

            return await other.Count(vote);
        }
    }

    [Fact]
    public async Task The_same_entry_sent_twice_or_at_once_is_one()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var both = await Task.WhenAll(place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes), place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes));
        var again = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);

        Assert.Equal(both[0], both[1]);
        Assert.Equal(both[0], again);
        Assert.Equal(1, await place.App.Db(db => db.BallotEntries.CountAsync()));
    }

    [Fact]
    public async Task A_paper_needs_a_scan_a_visit_a_witness_and_online_is_never_entered()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var now = place.App.Clock.GetUtcNow();
        var seat = place.Town.SeatB;

        foreach (var bad in new[]
        {
            new EnterBallotCommand(voteId, seat, BallotChoice.Yes, BallotChannel.Paper, "Room 101", now, null, "Ms He"),
            new EnterBallotCommand(voteId, seat, BallotChoice.Yes, BallotChannel.Paper, "Room 101", now, "not a hash", "Ms He"),
            new EnterBallotCommand(voteId, seat, BallotChoice.Yes, BallotChannel.Visit, "Room 101", now, VoteTown.Scan, null),
            new EnterBallotCommand(voteId, seat, BallotChoice.Yes, BallotChannel.Online, "Room 101", now, VoteTown.Scan, "Ms He"),
            new EnterBallotCommand(voteId, seat, BallotChoice.Yes, BallotChannel.Proxy, "Room 101", now, VoteTown.Scan, "Ms He"),
            new EnterBallotCommand(voteId, seat, BallotChoice.Yes, BallotChannel.Paper, "", now, VoteTown.Scan, "Ms He"),
        })
        {
            Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.VisitingWorker, bad)).Refusal);
        }

        Assert.True((await place.App.Send(
            place.Town.VisitingWorker, new EnterBallotCommand(voteId, seat, BallotChoice.Yes, BallotChannel.Visit, "Room 101", now, null, "Ms He"))).IsGranted);
    }

    [Fact]
    public async Task A_ballot_given_before_opening_or_in_the_future_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var now = place.App.Clock.GetUtcNow();

        Assert.IsType<TakenOutsideWindow>((await Send(place, voteId, place.Town.SeatB, now.AddMinutes(-1))).Refusal);
        Assert.IsType<TakenOutsideWindow>((await Send(place, voteId, place.Town.SeatB, now.AddTicks(1))).Refusal);
    }

    [Fact]
    public async Task Refused_before_opening_from_closing_on_and_once_cancelled()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();
        Assert.IsType<VoteNotOpenYet>((await Send(place, voteId, place.Town.SeatB)).Refusal);
        await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await Send(place, voteId, place.Town.SeatB)).Refusal);

        await using var other = await VoteTown.Found();
        var cancelled = await other.Open();
        await other.App.Send(other.Town.Secretary, new CancelVoteCommand(cancelled, "Wrong text"));
        Assert.IsType<VoteWasCancelled>((await Send(other, cancelled, other.Town.SeatB)).Refusal);
    }

    [Fact]
    public async Task Refused_for_a_seat_that_is_excluded_or_not_on_the_roll_and_for_a_signer_who_does_not_act_for_it()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatB, "arrears", "Two years of fees."));
        var now = place.App.Clock.GetUtcNow();

        Assert.IsType<SeatIsExcluded>((await Send(place, voteId, place.Town.SeatB)).Refusal);
        Assert.IsType<SeatNotOnRoll>((await Send(place, voteId, Guid.CreateVersion7())).Refusal);
        Assert.IsType<SignerDoesNotActForSeat>((await place.App.Send(
            place.Town.VisitingWorker,
            new EnterBallotCommand(voteId, place.Town.SeatA, BallotChoice.Yes, BallotChannel.Paper, "Room 101", now, VoteTown.Scan, null, place.Town.TenantB))).Refusal);
    }

    [Fact]
    public async Task Only_the_secretary_and_visiting_workers_of_the_council_enter_ballots()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await Send(place, voteId, place.Town.SeatA, by: place.Town.TenantA)).Refusal);
        Assert.IsType<OfficeNeeded>((await Send(place, voteId, place.Town.SeatA, by: place.Town.Convenor)).Refusal);
        Assert.IsType<NotFound>((await Send(place, voteId, place.Town.SeatA, by: place.Town.Outsider)).Refusal);
    }

    [Fact]
    public async Task The_journal_says_that_a_ballot_was_entered_and_not_what_it_says()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Enter(voteId, place.Town.SeatB, BallotChoice.No);

        var entry = await place.App.Db(db => db.Journal.SingleAsync(j => j.Command == "EnterBallot"));

        Assert.DoesNotContain("choice", entry.Content, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<Domain.Outcome<Guid>> Send(VoteTown place, Guid voteId, Guid seat, DateTimeOffset? takenAt = null, Guid? by = null) => place.App.Send(
        by ?? place.Town.VisitingWorker,
        new EnterBallotCommand(voteId, seat, BallotChoice.Yes, BallotChannel.Paper, "Room 101", takenAt ?? place.App.Clock.GetUtcNow(), VoteTown.Scan));
}
