using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.AttachNeedToProposal;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Needs;

public sealed class AttachNeedToProposalTests
{
    private static async Task<(ProposalCase Case, Guid Need)> WithNeed()
    {
        var proposal = await ProposalCase.Raise();
        return (proposal, (await proposal.Send(proposal.Town.TenantA, new RaiseNeedCommand(proposal.Town.CouncilId, "The lifts are full"))).Value);
    }

    [Fact]
    public async Task The_author_or_the_secretary_says_which_need_the_proposal_answers()
    {
        var (proposal, need) = await WithNeed();
        await using var _ = proposal;
        var other = (await proposal.Send(proposal.Town.TenantB, new RaiseNeedCommand(proposal.Town.CouncilId, "Too slow"))).Value;

        Assert.True((await proposal.Send(proposal.Town.Property, new AttachNeedToProposalCommand(need, proposal.ProposalId))).IsGranted);
        Assert.True((await proposal.Send(proposal.Town.Secretary, new AttachNeedToProposalCommand(other, proposal.ProposalId))).IsGranted);

        Assert.All(await proposal.App.Db(db => db.Needs.ToListAsync()), n => Assert.Equal((NeedStage.Taken, proposal.ProposalId), (n.Stage, n.ProposalId)));
        Assert.Equal(["need.taken"], await proposal.Notices(proposal.Town.TenantA));
    }

    [Fact]
    public async Task Said_twice_it_is_attached_once()
    {
        var (proposal, need) = await WithNeed();
        await using var _ = proposal;

        await proposal.Send(proposal.Town.Property, new AttachNeedToProposalCommand(need, proposal.ProposalId));

        Assert.True((await proposal.Send(proposal.Town.Property, new AttachNeedToProposalCommand(need, proposal.ProposalId))).IsGranted);
        Assert.Equal(1, await proposal.App.Db(db => db.Needs.CountAsync(n => n.ProposalId == proposal.ProposalId)));
    }

    [Fact]
    public async Task Of_two_proposals_at_once_one_gets_it()
    {
        var (proposal, need) = await WithNeed();
        await using var _ = proposal;
        var second = await ProposalCase.Raise(proposal.App, proposal.Town);

        var both = await Task.WhenAll(
            proposal.Send(proposal.Town.Property, new AttachNeedToProposalCommand(need, proposal.ProposalId)),
            proposal.Send(proposal.Town.Secretary, new AttachNeedToProposalCommand(need, second.ProposalId)));

        Assert.Single(both, o => o.IsGranted);
        Assert.IsType<NeedIsSettled>(both.Single(o => !o.IsGranted).Refusal);
    }

    [Fact]
    public async Task Somebody_elses_proposal_is_refused()
    {
        var (proposal, need) = await WithNeed();
        await using var _ = proposal;

        Assert.IsType<NotYourProposal>((await proposal.Send(proposal.Town.TenantA, new AttachNeedToProposalCommand(need, proposal.ProposalId))).Refusal);
    }

    [Fact]
    public async Task A_proposal_that_has_ended_takes_up_nothing()
    {
        var (proposal, need) = await WithNeed();
        await using var _ = proposal;
        await proposal.Put(ProposalStage.Failed);

        Assert.IsType<ProposalEnded>((await proposal.Send(proposal.Town.Property, new AttachNeedToProposalCommand(need, proposal.ProposalId))).Refusal);
    }

    [Fact]
    public async Task An_outsider_and_an_unknown_proposal_find_nothing()
    {
        var (proposal, need) = await WithNeed();
        await using var _ = proposal;

        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, new AttachNeedToProposalCommand(need, proposal.ProposalId))).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Secretary, new AttachNeedToProposalCommand(need, proposal.Town.CouncilId))).Refusal);
    }
}
