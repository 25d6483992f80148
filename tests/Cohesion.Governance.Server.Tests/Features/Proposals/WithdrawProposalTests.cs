using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.WithdrawProposal;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class WithdrawProposalTests
{
    [Theory]
    [InlineData(ProposalStage.Raised)]
    [InlineData(ProposalStage.Returned)]
    [InlineData(ProposalStage.Consultation)]
    [InlineData(ProposalStage.AwaitingAgenda)]
    [InlineData(ProposalStage.OnAgenda)]
    [InlineData(ProposalStage.Rework)]
    public async Task Its_author_takes_it_back_before_the_vote(ProposalStage stage)
    {
        await using var proposal = await ProposalCase.At(stage);

        Assert.True((await proposal.Send(proposal.Town.Property, new WithdrawProposalCommand(proposal.ProposalId, "Solved otherwise"))).IsGranted);

        var read = await proposal.Read();
        Assert.Equal((ProposalStage.Withdrawn, "Solved otherwise"), (read.Stage, read.Reason));
        Assert.Equal(1, await proposal.Signals("proposal.withdrawn"));
    }

    [Theory]
    [InlineData(ProposalStage.Voting)]
    [InlineData(ProposalStage.Posting)]
    [InlineData(ProposalStage.Rejected)]
    [InlineData(ProposalStage.Closed)]
    public async Task Once_a_vote_has_begun_it_is_refused(ProposalStage stage)
    {
        await using var proposal = await ProposalCase.At(stage);

        Assert.IsType<NotOpenToWithdrawal>((await proposal.Send(proposal.Town.Property, new WithdrawProposalCommand(proposal.ProposalId))).Refusal);
        Assert.Equal(stage, (await proposal.Read()).Stage);
    }

    [Fact]
    public async Task Sent_twice_or_at_once_the_process_is_told_once()
    {
        await using var proposal = await ProposalCase.Raise();

        var both = await Task.WhenAll(
            proposal.Send(proposal.Town.Property, new WithdrawProposalCommand(proposal.ProposalId)),
            proposal.Send(proposal.Town.Property, new WithdrawProposalCommand(proposal.ProposalId)));

        Assert.Single(both, o => o.IsGranted);
        Assert.IsType<NotOpenToWithdrawal>(both.Single(o => !o.IsGranted).Refusal);
        Assert.Equal(1, await proposal.Signals("proposal.withdrawn"));
    }

    [Fact]
    public async Task Somebody_else_may_not_even_the_secretary_and_an_outsider_sees_nothing()
    {
        await using var proposal = await ProposalCase.Raise();
        var command = new WithdrawProposalCommand(proposal.ProposalId);

        Assert.IsType<NotYourProposal>((await proposal.Send(proposal.Town.Secretary, command)).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, command)).Refusal);
        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.Property, command with { Reason = new string('x', 4001) })).Refusal);
    }
}
