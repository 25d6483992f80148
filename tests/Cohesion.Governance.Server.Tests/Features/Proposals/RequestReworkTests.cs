using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.RequestRework;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class RequestReworkTests
{
    [Fact]
    public async Task After_a_rejection_the_author_or_the_secretary_has_it_reworked()
    {
        foreach (var pick in new Func<Town, Guid>[] { town => town.Property, town => town.Secretary })
        {
            await using var proposal = await ProposalCase.At(ProposalStage.Rejected);

            Assert.True((await proposal.Send(pick(proposal.Town), new RequestReworkCommand(proposal.ProposalId))).IsGranted);

            Assert.Equal(ProposalStage.Rework, (await proposal.Read()).Stage);
            Assert.Equal(1, await proposal.Signals("proposal.reworkRequested"));
        }
    }

    [Fact]
    public async Task Two_at_once_ask_once()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rejected);

        var both = await Task.WhenAll(
            proposal.Send(proposal.Town.Property, new RequestReworkCommand(proposal.ProposalId)),
            proposal.Send(proposal.Town.Secretary, new RequestReworkCommand(proposal.ProposalId)));

        Assert.Single(both, o => o.IsGranted);
        Assert.IsType<NotOpenToRework>(both.Single(o => !o.IsGranted).Refusal);
        Assert.Equal(1, await proposal.Signals("proposal.reworkRequested"));
    }

    [Fact]
    public async Task What_was_not_rejected_is_not_reworked()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Posting);

        Assert.IsType<NotOpenToRework>((await proposal.Send(proposal.Town.Property, new RequestReworkCommand(proposal.ProposalId))).Refusal);
    }

    [Fact]
    public async Task Somebody_else_may_not_and_an_outsider_sees_nothing()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rejected);

        Assert.IsType<NotYourProposal>((await proposal.Send(proposal.Town.TenantA, new RequestReworkCommand(proposal.ProposalId))).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, new RequestReworkCommand(proposal.ProposalId))).Refusal);
    }
}
