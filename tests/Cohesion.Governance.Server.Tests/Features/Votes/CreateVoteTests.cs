using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CreateVote;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class CreateVoteTests
{
    [Fact]
    public async Task A_proposal_gets_a_vote_under_its_rule_and_comes_to_the_stage_of_voting()
    {
        await using var place = await VoteTown.Found();

        var voteId = await place.Create();

        var vote = await place.Vote(voteId);
        Assert.Equal((1, 1, "council.each-bloc-consent", VoteStage.Planned), (vote.Session, vote.TextVersion, vote.RulePack, vote.Stage));
        Assert.Contains("\"council.each-bloc-consent\"", vote.RulePackJson, StringComparison.Ordinal);
        Assert.Equal(ProposalStage.Voting, await place.App.Db(db => db.Proposals.Where(p => p.Id == place.ProposalId).Select(p => p.Stage).SingleAsync()));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_vote()
    {
        await using var place = await VoteTown.Found();

        Assert.Equal(await place.Create(), await place.Create());

        Assert.Equal(1, await place.App.Db(db => db.Votes.CountAsync()));
    }

    [Fact]
    public async Task Sent_twice_at_once_it_is_one_vote()
    {
        await using var place = await VoteTown.Found();

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => place.Create()));

        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task The_meeting_that_sent_it_to_the_vote_is_remembered()
    {
        await using var place = await VoteTown.Found();
        var meetingId = Guid.CreateVersion7(place.App.Clock.GetUtcNow());
        await place.App.Db(db =>
        {
            db.AgendaItems.Add(new AgendaItem
            {
                Id = Guid.CreateVersion7(place.App.Clock.GetUtcNow()), MeetingId = meetingId, Position = 1, Title = "Elevator", ProposalId = place.ProposalId,
                Decision = AgendaDecision.ToVote, DecidedAt = place.App.Clock.GetUtcNow(),
            });
            return Task.CompletedTask;
        });

        Assert.Equal(meetingId, (await place.Vote(await place.Create())).MeetingId);
    }

    [Fact]
    public async Task An_unknown_rule_is_refused()
    {
        await using var place = await VoteTown.Found(rule: "nobody.knows.this");

        var outcome = await place.App.SendAsProcess(new CreateVoteCommand(place.ProposalId, "P7D"));

        Assert.Equal(new RulePackUnknown("nobody.knows.this"), outcome.Refusal);
    }

    [Theory]
    [InlineData("a week")]
    [InlineData("P0D")]
    [InlineData("")]
    public async Task A_window_that_is_no_period_is_refused(string window)
    {
        await using var place = await VoteTown.Found();

        var outcome = await place.App.SendAsProcess(new CreateVoteCommand(place.ProposalId, window));

        Assert.IsType<InvalidRequest>(outcome.Refusal);
    }

    [Fact]
    public async Task A_proposal_at_its_end_is_refused()
    {
        await using var place = await VoteTown.Found();
        await place.App.Db(async db => { (await db.Proposals.SingleAsync(p => p.Id == place.ProposalId)).Stage = ProposalStage.Withdrawn; });

        var outcome = await place.App.SendAsProcess(new CreateVoteCommand(place.ProposalId, "P7D"));

        Assert.IsType<ProposalHasEnded>(outcome.Refusal);
    }

    [Fact]
    public async Task A_text_that_was_decided_is_not_voted_on_again()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);

        var outcome = await place.App.SendAsProcess(new CreateVoteCommand(place.ProposalId, "P7D"));

        Assert.IsType<AlreadyVotedOn>(outcome.Refusal);
    }

    [Fact]
    public async Task A_cancelled_vote_is_not_held_again_on_the_same_text()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        Assert.True((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong sum in the text"))).IsGranted);

        var outcome = await place.App.SendAsProcess(new CreateVoteCommand(place.ProposalId, "P7D"));

        Assert.IsType<AlreadyVotedOn>(outcome.Refusal);
    }

    [Fact]
    public async Task A_new_text_is_voted_on_in_a_first_session_of_its_own()
    {
        await using var place = await VoteTown.Found();
        var first = await place.Open();
        await place.CastAll(first, a: BallotChoice.No, b: BallotChoice.No);
        Assert.Equal("Rejected", (await place.Count(first)).Outcome);
        await place.App.Db(async db => { (await db.Proposals.SingleAsync(p => p.Id == place.ProposalId)).TextVersion = 2; });

        var vote = await place.Vote(await place.Create());

        Assert.Equal((2, 1, (Guid?)null), (vote.TextVersion, vote.Session, vote.PreviousVoteId));
    }

    [Fact]
    public async Task Without_a_quorum_a_rule_with_a_second_call_gets_a_second_session_on_the_same_text()
    {
        // Italy, Civil Code 1136: the second call follows a first without quorum.
        await using var place = await VoteTown.Found(rule: "it.cc.1136.ordinary");
        await place.Weigh("mm", property: 200, a: 400, b: 200, c: 100, street: 100);
        var first = await place.Open();
        await place.Cast(first, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        var counted = await place.Count(first);
        Assert.Equal(("NoQuorum", "2nd"), (counted.Outcome, counted.NextSession));

        var vote = await place.Vote(await place.Create());

        Assert.Equal((2, first, "2nd"), (vote.Session, vote.PreviousVoteId, vote.SessionRound));
    }

    [Fact]
    public async Task Nobody_but_a_process_creates_a_vote()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new CreateVoteCommand(place.ProposalId, "P7D"))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new CreateVoteCommand(place.ProposalId, "P7D"))).Refusal);
    }
}
