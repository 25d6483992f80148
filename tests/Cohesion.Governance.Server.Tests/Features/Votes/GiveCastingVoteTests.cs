using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.GiveCastingVote;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class GiveCastingVoteTests
{
    [Theory]
    [InlineData(null, "Rejected")]
    [InlineData(BallotChoice.Yes, "Adopted")]
    [InlineData(BallotChoice.No, "Rejected")]
    public async Task A_tie_fails_unless_the_chair_breaks_it(BallotChoice? chair, string outcome)
    {
        // Hong Kong, Cap. 344 Schedule 3: 300 shares for, 300 against.
        await using var place = await VoteTown.Found(rule: "hk.344.general");
        await place.Weigh("shares", property: 100, a: 300, b: 300, c: 100, street: 100);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No);
        if (chair is { } choice)
        {
            Assert.True((await place.App.Send(place.Town.Convenor, new GiveCastingVoteCommand(voteId, choice))).IsGranted);
        }

        Assert.Equal(outcome, (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task Refused_where_the_rule_has_no_casting_vote()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<ChairDoesNotCast>((await place.App.Send(place.Town.Secretary, new GiveCastingVoteCommand(voteId, BallotChoice.Yes))).Refusal);
    }

    [Fact]
    public async Task Refused_as_an_abstention_and_while_the_vote_is_not_open()
    {
        await using var place = await VoteTown.Found(rule: "hk.344.general");
        await place.Weigh("shares", property: 100, a: 300, b: 300, c: 100, street: 100);
        var voteId = await place.Create();

        Assert.IsType<VoteNotOpenYet>((await place.App.Send(place.Town.Secretary, new GiveCastingVoteCommand(voteId, BallotChoice.Yes))).Refusal);
        await place.Open();
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new GiveCastingVoteCommand(voteId, BallotChoice.Abstain))).Refusal);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.Secretary, new GiveCastingVoteCommand(voteId, BallotChoice.Yes))).Refusal);
    }

    [Fact]
    public async Task Refused_in_a_cancelled_vote()
    {
        await using var place = await VoteTown.Found(rule: "hk.344.general");
        await place.Weigh("shares", property: 100, a: 300, b: 300, c: 100, street: 100);
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        Assert.IsType<VoteWasCancelled>((await place.App.Send(place.Town.Secretary, new GiveCastingVoteCommand(voteId, BallotChoice.Yes))).Refusal);
    }

    [Fact]
    public async Task Only_who_chairs_gives_it()
    {
        await using var place = await VoteTown.Found(rule: "hk.344.general");
        await place.Weigh("shares", property: 100, a: 300, b: 300, c: 100, street: 100);
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new GiveCastingVoteCommand(voteId, BallotChoice.Yes))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new GiveCastingVoteCommand(voteId, BallotChoice.Yes))).Refusal);
    }
}
