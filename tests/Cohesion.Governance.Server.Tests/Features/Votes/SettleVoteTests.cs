using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.EnterBallot;
using Cohesion.Governance.Server.Features.Votes.SettleBallotEntry;
using Cohesion.Governance.Server.Features.Votes.SettleVote;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class SettleVoteTests
{
    [Fact]
    public async Task Settled_when_those_who_are_silent_can_no_longer_change_the_outcome()
    {
        // Property, street, A and C (two of three firms, 5,820.50 of 8,820.50 m²) agree; whatever B says.
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantC, place.Town.SeatC, BallotChoice.Yes);
        Assert.IsType<OutcomeCanStillChange>((await place.App.SendAsProcess(new SettleVoteCommand(voteId))).Refusal);

        await place.Cast(voteId, place.Town.Convenor, place.Town.StreetSeat, BallotChoice.Yes);
        Assert.True((await place.App.SendAsProcess(new SettleVoteCommand(voteId))).IsGranted);

        Assert.Equal(1, await place.Signalled("vote.settled"));
        Assert.Equal("Adopted", (await place.App.SendAsProcess(new CountVoteCommand(voteId))).Value.Outcome);
    }

    [Fact]
    public async Task Settled_by_one_no_of_a_bloc_whose_consent_is_needed()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);

        Assert.True((await place.App.SendAsProcess(new SettleVoteCommand(voteId))).IsGranted);
    }

    [Fact]
    public async Task From_then_on_no_ballot_is_taken_and_none_is_changed()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);
        await place.App.SendAsProcess(new SettleVoteCommand(voteId));

        Assert.IsType<VoteHasClosed>((await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.Yes)).Refusal);
        Assert.IsType<VoteHasClosed>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Refusal);
    }

    [Fact]
    public async Task It_waits_until_every_paper_that_was_entered_is_checked_or_settled_whatever_it_says()
    {
        await using var place = await VoteTown.Found(endsEarly: true, policy: DuplicatePolicy.PaperPrevails);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);

        // The property bloc's own paper says yes and would take the place of its no: the outcome was never certain.
        var unread = await place.Enter(voteId, place.Town.PropertySeat, BallotChoice.Yes);
        var disputed = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);
        Assert.Equal(new PapersStillWait(2), (await place.App.SendAsProcess(new SettleVoteCommand(voteId))).Refusal);

        Assert.True((await place.Check(voteId, unread, BallotChoice.Yes)).IsGranted);
        Assert.IsType<OutcomeCanStillChange>((await place.App.SendAsProcess(new SettleVoteCommand(voteId))).Refusal);
        await place.Check(voteId, disputed, BallotChoice.No);
        await place.Cast(voteId, place.Town.Convenor, place.Town.StreetSeat, BallotChoice.No);
        Assert.Equal(new PapersStillWait(1), (await place.App.SendAsProcess(new SettleVoteCommand(voteId))).Refusal);

        Assert.True((await place.App.Send(place.Town.Convenor, new SettleBallotEntryCommand(voteId, disputed, null, "A hole in it."))).IsGranted);
        Assert.True((await place.App.SendAsProcess(new SettleVoteCommand(voteId))).IsGranted);
        Assert.IsType<VoteHasClosed>((await place.App.Send(
            place.Town.VisitingWorker,
            new EnterBallotCommand(voteId, place.Town.SeatC, BallotChoice.Yes, BallotChannel.Paper, "Room 101", place.App.Clock.GetUtcNow(), VoteTown.Scan))).Refusal);
    }

    [Fact]
    public async Task When_the_last_paper_is_read_the_vote_ends_by_itself()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);
        await Announced(place);
        Assert.Null((await place.Vote(voteId)).SettledAt);

        // A blank paper adds no ballot, and still nothing waits any more.
        await place.Check(voteId, entry, BallotChoice.No);
        await place.App.Send(place.Town.Convenor, new SettleBallotEntryCommand(voteId, entry, null, "Blank."));
        await Announced(place);

        Assert.NotNull((await place.Vote(voteId)).SettledAt);
    }

    [Fact]
    public async Task A_paper_and_the_settling_at_once_never_leave_a_paper_that_nobody_may_read()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);

        var entering = place.App.Send(
            place.Town.VisitingWorker,
            new EnterBallotCommand(voteId, place.Town.SeatC, BallotChoice.Yes, BallotChannel.Paper, "Room 101", place.App.Clock.GetUtcNow(), VoteTown.Scan));
        var settling = place.App.SendAsProcess(new SettleVoteCommand(voteId));
        await Task.WhenAll(entering, settling);

        Assert.NotEqual((await entering).IsGranted, (await settling).IsGranted);
    }

    [Fact]
    public async Task A_ballot_and_the_settling_at_once_never_leave_an_outcome_that_was_not_settled()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);

        var change = place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.Yes);
        var settle = place.App.SendAsProcess(new SettleVoteCommand(voteId));
        await Task.WhenAll(change, settle);

        // Either the ballot came first and the question is open again, or the settling did and the ballot was refused.
        Assert.NotEqual((await change).IsGranted, (await settle).IsGranted);
    }

    [Fact]
    public async Task Sent_twice_it_is_settled_once()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);

        var both = await Task.WhenAll(place.App.SendAsProcess(new SettleVoteCommand(voteId)), place.App.SendAsProcess(new SettleVoteCommand(voteId)));

        Assert.Single(both, o => o.IsGranted);
        Assert.Single(both, o => o.Refusal is VoteHasClosed);
        Assert.Equal(1, await place.Signalled("vote.settled"));
    }

    [Fact]
    public async Task A_council_that_keeps_votes_open_to_the_end_is_not_hurried()
    {
        await using var place = await VoteTown.Found(endsEarly: false);
        var voteId = await place.Open();
        await place.CastAll(voteId);

        Assert.IsType<EarlyDecisionNotAllowed>((await place.App.SendAsProcess(new SettleVoteCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task Refused_before_opening_after_closing_and_once_cancelled()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Create();
        Assert.IsType<VoteNotOpenYet>((await place.App.SendAsProcess(new SettleVoteCommand(voteId))).Refusal);
        await place.Open();
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));
        Assert.IsType<VoteWasCancelled>((await place.App.SendAsProcess(new SettleVoteCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task Nobody_but_a_process_settles()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new SettleVoteCommand(voteId))).Refusal);
    }

    private static async Task Announced(VoteTown place)
    {
        place.App.Clock.Advance(TallyAnnouncer.Window);
        await place.Announcer.Idle();
    }
}
