using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CheckBallot;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.RemindSilent;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class CheckBallotTests
{
    [Fact]
    public async Task Read_alike_by_two_it_is_cast_and_the_seat_is_told()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes, BallotChannel.Visit);

        var outcome = await place.Check(voteId, entry, BallotChoice.Yes);

        Assert.Equal((BallotEntryStage.Entered, BallotEffect.First), (outcome.Value.Stage, outcome.Value.Effect));
        var ballot = await place.BallotOf(voteId, place.Town.SeatB);
        Assert.Equal(
            (BallotChoice.Yes, BallotChannel.Visit, place.Town.VisitingWorker, outcome.Value.Receipt),
            (ballot!.Choice, ballot.Channel, ballot.CastByPersonId, ballot.Receipt));
        var told = await place.App.Db(db => db.Notifications.SingleAsync(n => n.Kind == "vote.recorded"));
        Assert.Equal(place.Town.TenantB, told.PersonId);
        Assert.Contains("at the door", told.Text.En, StringComparison.Ordinal);
        Assert.Contains("上门", told.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_differently_nothing_is_cast_and_the_secretary_who_was_not_one_of_the_two_is_told()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);

        var outcome = await place.Check(voteId, entry, BallotChoice.No, by: place.Town.Convenor);

        Assert.Equal(BallotEntryStage.Disputed, outcome.Value.Stage);
        Assert.Null(await place.BallotOf(voteId, place.Town.SeatB));
        Assert.Equal(place.Town.Secretary, (await place.App.Db(db => db.Notifications.SingleAsync(n => n.Kind == "vote.entryDisputed"))).PersonId);
    }

    [Fact]
    public async Task Where_the_secretary_was_one_of_the_two_the_convenor_is_told()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);

        await place.Check(voteId, entry, BallotChoice.No);

        Assert.Equal(place.Town.Convenor, (await place.App.Db(db => db.Notifications.SingleAsync(n => n.Kind == "vote.entryDisputed"))).PersonId);
    }

    [Fact]
    public async Task Who_entered_it_does_not_check_it()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes, by: place.Town.Secretary);

        Assert.IsType<SomebodyElseChecks>((await place.Check(voteId, entry, BallotChoice.Yes)).Refusal);
        Assert.True((await place.Check(voteId, entry, BallotChoice.Yes, by: place.Town.VisitingWorker)).IsGranted);
    }

    [Fact]
    public async Task Checked_twice_by_the_same_it_is_one_ballot_and_a_second_checker_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);
        var first = await place.Check(voteId, entry, BallotChoice.Yes);

        var again = await place.Check(voteId, entry, BallotChoice.Yes);

        Assert.Equal(first.Value.Receipt, again.Value.Receipt);
        Assert.IsType<EntryNotWaiting>((await place.Check(voteId, entry, BallotChoice.Yes, by: place.Town.Convenor)).Refusal);
        Assert.Equal(1, await place.App.Db(db => db.BallotRecords.CountAsync()));
        Assert.Equal(1, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.recorded")));
    }

    [Fact]
    public async Task Two_checkers_at_once_leave_one_check()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);

        var both = await Task.WhenAll(place.Check(voteId, entry, BallotChoice.Yes), place.Check(voteId, entry, BallotChoice.No, by: place.Town.Convenor));

        Assert.IsType<EntryNotWaiting>(both.Single(o => !o.IsGranted).Refusal);
    }

    [Fact]
    public async Task An_entry_made_before_closing_may_be_checked_until_the_vote_is_counted_and_not_afterwards()
    {
        await using var place = await VoteTown.Found(rule: "council.simple-majority");
        var voteId = await place.Open();
        var inTime = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);
        var forgotten = await place.Enter(voteId, place.Town.SeatC, BallotChoice.Yes);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value.AddMinutes(1));

        Assert.True((await place.Check(voteId, inTime, BallotChoice.Yes)).IsGranted);
        await place.Count(voteId);

        Assert.IsType<EntryNotWaiting>((await place.Check(voteId, forgotten, BallotChoice.Yes)).Refusal);
        Assert.NotNull(await place.BallotOf(voteId, place.Town.SeatB));
        Assert.Null(await place.BallotOf(voteId, place.Town.SeatC));
    }

    [Fact]
    public async Task What_waits_is_told_before_the_end_and_listed_in_the_result_as_not_counted_with_why()
    {
        await using var place = await VoteTown.Found(rule: "council.simple-majority");
        var voteId = await place.Open();
        await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);
        await place.Check(voteId, await place.Enter(voteId, place.Town.SeatC, BallotChoice.Yes), BallotChoice.No);
        await place.App.SendAsProcess(new RemindSilentCommand(voteId, VoteMoment.LastDay));
        Assert.Equal(
            new[] { place.Town.Secretary, place.Town.VisitingWorker }.Order(),
            (await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.entriesWaiting").Select(n => n.PersonId).ToListAsync())).Order());

        await place.Count(voteId);

        var page = (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value;
        Assert.Equal(["Blue Harbour", "Yunfan Law"], page.UncountedEntries.Select(e => e.Seat).Order(StringComparer.Ordinal));
        Assert.Contains("Nobody checked it", page.UncountedEntries.Single(e => e.Seat == "Blue Harbour").Why.En, StringComparison.Ordinal);
        Assert.Contains("nobody settled it", page.UncountedEntries.Single(e => e.Seat == "Yunfan Law").Why.En, StringComparison.Ordinal);
        Assert.Equal(1, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.entriesUncounted" && n.PersonId == place.Town.Secretary)));
    }

    [Fact]
    public async Task Refused_for_a_seat_excluded_meanwhile()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var excluded = await place.Enter(voteId, place.Town.SeatC, BallotChoice.Yes);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatC, "arrears", "Fees."));

        Assert.IsType<SeatIsExcluded>((await place.Check(voteId, excluded, BallotChoice.Yes)).Refusal);
    }

    [Fact]
    public async Task An_entry_of_another_vote_or_none_is_not_found_and_others_may_not_check()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);

        Assert.IsType<NotFound>((await place.Check(voteId, Guid.CreateVersion7(), BallotChoice.Yes)).Refusal);
        Assert.IsType<OfficeNeeded>((await place.Check(voteId, entry, BallotChoice.Yes, by: place.Town.TenantA)).Refusal);
        Assert.IsType<NotFound>((await place.Check(voteId, entry, BallotChoice.Yes, by: place.Town.Outsider)).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new CheckBallotCommand(voteId, entry, (BallotChoice)9))).Refusal);
    }

    [Fact]
    public async Task A_paper_checked_after_the_seat_voted_online_is_set_aside_by_the_councils_policy_and_everybody_sees_why()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No);

        var outcome = await place.Paper(voteId, place.Town.SeatB, BallotChoice.Yes);

        Assert.Equal(BallotEffect.SetAside, outcome.Effect);
        Assert.Equal(BallotChoice.No, (await place.BallotOf(voteId, place.Town.SeatB))!.Choice);
        var page = (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value;
        var kept = Assert.Single(page.Uncounted);
        Assert.Equal((ReceiptState.SetAside, BallotChannel.Paper), (kept.State, kept.Channel));
        Assert.Contains("在线", kept.Why.Zh, StringComparison.Ordinal);
        Assert.Contains(
            "without counting", (await place.App.Db(db => db.Notifications.SingleAsync(n => n.Kind == "vote.recorded"))).Text.En, StringComparison.Ordinal);
    }
}
