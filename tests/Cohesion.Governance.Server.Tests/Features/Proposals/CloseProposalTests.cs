using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Proposals.CloseProposal;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class CloseProposalTests
{
    [Theory]
    [InlineData(ProposalResult.Closed, ProposalStage.Closed, NeedStage.Met, true)]
    [InlineData(ProposalResult.Withdrawn, ProposalStage.Withdrawn, NeedStage.Open, false)]
    [InlineData(ProposalResult.Rejected, ProposalStage.Failed, NeedStage.NotMet, true)]
    [InlineData(ProposalResult.NoQuorum, ProposalStage.Failed, NeedStage.NotMet, true)]
    [InlineData(ProposalResult.Undecided, ProposalStage.Failed, NeedStage.NotMet, true)]
    [InlineData(ProposalResult.Lapsed, ProposalStage.Failed, NeedStage.NotMet, true)]
    public async Task Its_needs_end_with_it_or_are_open_again_and_those_who_asked_are_told(ProposalResult result, ProposalStage stage, NeedStage need, bool attached)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        var asked = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full"))).Value;
        await using var proposal = await ProposalCase.Raise(app, town, asked);

        await app.SendAsProcess(new CloseProposalCommand(proposal.ProposalId, result));
        await app.SendAsProcess(new CloseProposalCommand(proposal.ProposalId, ProposalResult.Closed));

        var read = await proposal.Read();
        Assert.Equal((stage, result), (read.Stage, read.Result!.Value));
        Assert.Equal((need, attached), await app.Db(async db => (await db.Needs.SingleAsync()) is var n ? (n.Stage, n.ProposalId is not null) : default));
        Assert.Equal(["proposal.ended"], await proposal.Notices(town.TenantA));
    }

    [Fact]
    public async Task What_a_failed_proposal_left_open_the_next_one_may_take_up()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        var asked = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full"))).Value;
        await using var first = await ProposalCase.Raise(app, town, asked);
        await app.SendAsProcess(new CloseProposalCommand(first.ProposalId, ProposalResult.Rejected));

        var second = await ProposalCase.Raise(app, town, asked);

        Assert.Equal(second.ProposalId, await app.Db(db => db.Needs.Select(n => n.ProposalId).SingleAsync()));
    }

    [Fact]
    public async Task A_person_cannot_send_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new CloseProposalCommand(proposal.ProposalId, ProposalResult.Closed))).Refusal);
    }
}
