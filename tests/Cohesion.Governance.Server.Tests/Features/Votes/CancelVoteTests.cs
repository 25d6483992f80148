using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.SettleVote;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class CancelVoteTests
{
    [Fact]
    public async Task A_vote_is_called_off_with_its_reason_and_both_processes_are_signalled()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        Assert.True((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "The sum in the text is wrong."))).IsGranted);

        var vote = await place.Vote(voteId);
        Assert.Equal((VoteStage.Cancelled, "The sum in the text is wrong."), (vote.Stage, vote.CancelReason));
        Assert.Equal(1, await place.App.Db(db => db.Ballots.CountAsync()));
        Assert.Equal((1, 1), (await place.Signalled("vote.cancelled"), await place.Signalled("vote.decided")));
        Assert.True(await place.App.Db(db => db.Notifications.AnyAsync(n => n.Kind == "vote.cancelled" && n.PersonId == place.Town.TenantB)));
    }

    [Fact]
    public async Task Sent_twice_or_at_once_it_is_cancelled_once()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var both = await Task.WhenAll(
            place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong")), place.App.Send(place.Town.Convenor, new CancelVoteCommand(voteId, "Wrong")));

        Assert.Single(both, o => o.IsGranted);
        Assert.Single(both, o => o.Refusal is VoteWasCancelled);
        Assert.Equal(1, await place.Signalled("vote.decided"));
    }

    [Fact]
    public async Task Once_the_ballots_have_ended_nobody_can_choose_not_to_count_them()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "I dislike it"))).Refusal);
        await place.Count(voteId);

        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "I dislike it"))).Refusal);
    }

    [Fact]
    public async Task A_settled_vote_is_not_called_off_either()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.No);
        await place.App.SendAsProcess(new SettleVoteCommand(voteId));

        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "I dislike it"))).Refusal);
    }

    [Fact]
    public async Task Without_a_reason_it_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, " "))).Refusal);
    }

    [Fact]
    public async Task Only_secretary_and_convenor_cancel()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new CancelVoteCommand(voteId, "Wrong"))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new CancelVoteCommand(voteId, "Wrong"))).Refusal);
    }
}
