using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.LatestVote;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class LatestVoteTests
{
    [Fact]
    public async Task It_has_no_outcome_while_the_vote_runs_and_the_counted_one_afterwards()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        Assert.Equal(new LatestVoteView(voteId, VoteStage.Open, null, null), (await Ask(place)).Value);
        await place.Count(voteId);

        Assert.Equal(new LatestVoteView(voteId, VoteStage.Closed, "Rejected", null), (await Ask(place)).Value);
    }

    [Fact]
    public async Task A_cancelled_vote_is_an_undecided_one()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        Assert.Equal("Undecided", (await Ask(place)).Value.Outcome);
    }

    [Fact]
    public async Task Of_two_sessions_it_is_the_second()
    {
        await using var place = await VoteTown.Found(rule: "tw.condominium.31-32");
        await place.Weigh("share", property: 200, a: 400, b: 200, c: 100, street: 100);
        await place.Count(await place.Open());
        var second = await place.Open();

        Assert.Equal(second, (await Ask(place)).Value.VoteId);
    }

    [Fact]
    public async Task Without_a_vote_there_is_none_and_it_is_for_processes()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<NotFound>((await Ask(place)).Refusal);
        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new LatestVoteQuery(place.ProposalId))).Refusal);
    }

    private static Task<Domain.Outcome<LatestVoteView>> Ask(VoteTown place) => place.App.SendAsProcess(new LatestVoteQuery(place.ProposalId));
}
