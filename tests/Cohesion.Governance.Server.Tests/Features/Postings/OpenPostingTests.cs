using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Postings.OpenPosting;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Postings;

public sealed class OpenPostingTests
{
    [Fact]
    public async Task An_adopted_result_is_posted_for_the_window_and_all_are_told()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);
        var vote = await proposal.Voted("Adopted");

        var posting = (await proposal.App.SendAsProcess(new OpenPostingCommand(proposal.ProposalId, proposal.Now.AddDays(7)))).Value;

        Assert.Equal(proposal.Now.AddDays(7), posting.Until);
        Assert.Equal(vote, await proposal.App.Db(db => db.Postings.Select(p => p.VoteId).SingleAsync()));
        var read = await proposal.Read();
        Assert.Equal((ProposalStage.Posting, proposal.Now.AddDays(7)), (read.Stage, read.StageUntil!.Value));

        // Nine o'clock in Shanghai, a week after Monday 2 November 2026.
        var notice = await proposal.App.Db(db => db.Notifications.SingleAsync(n => n.PersonId == proposal.Town.Observer));
        Assert.Contains("9 November 2026, 09:00", notice.Text.En, StringComparison.Ordinal);
        Assert.Contains("2026年11月9日 09:00", notice.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_rule_counts_objections_in_a_longer_window_that_one_holds()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);
        await proposal.Voted("Adopted", "P10D");

        Assert.Equal(proposal.Now.AddDays(10), (await proposal.App.SendAsProcess(new OpenPostingCommand(proposal.ProposalId, proposal.Now.AddDays(7)))).Value.Until);
    }

    [Fact]
    public async Task Sent_twice_it_is_posted_once()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);
        await proposal.Voted("Adopted");

        var first = await proposal.App.SendAsProcess(new OpenPostingCommand(proposal.ProposalId, proposal.Now.AddDays(7)));
        proposal.App.Clock.Advance(TimeSpan.FromDays(1));
        var again = await proposal.App.SendAsProcess(new OpenPostingCommand(proposal.ProposalId, proposal.Now.AddDays(7)));

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(1, await proposal.App.Db(db => db.Postings.CountAsync()));
    }

    [Fact]
    public async Task A_result_that_adopted_nothing_is_not_posted()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);
        await proposal.Voted("Rejected");

        Assert.IsType<NoAdoptingVote>((await proposal.App.SendAsProcess(new OpenPostingCommand(proposal.ProposalId, proposal.Now.AddDays(7)))).Refusal);
    }

    [Fact]
    public async Task A_person_cannot_post_it()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new OpenPostingCommand(proposal.ProposalId, proposal.Now))).Refusal);
    }
}
