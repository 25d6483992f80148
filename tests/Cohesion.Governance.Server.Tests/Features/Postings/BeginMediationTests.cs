using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Postings.BeginMediation;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Postings.SettleObjection;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Postings;

public sealed class BeginMediationTests
{
    [Fact]
    public async Task Open_objections_bring_it_to_mediation_and_both_sides_are_told_once()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.Posted();
        await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Noise"));

        var state = (await proposal.App.SendAsProcess(new BeginMediationCommand(proposal.ProposalId))).Value;
        await proposal.App.SendAsProcess(new BeginMediationCommand(proposal.ProposalId));

        Assert.Equal(new MediationState(1, false), state);
        Assert.Equal(ProposalStage.Mediation, (await proposal.Read()).Stage);
        Assert.Single(await proposal.Notices(proposal.Town.TenantA), "objection.mediation");
        Assert.Single(await proposal.Notices(proposal.Town.Secretary), "objection.mediation");
    }

    [Fact]
    public async Task When_all_are_settled_already_there_is_nothing_to_mediate()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.Posted();
        var id = (await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Noise"))).Value;
        await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(id, true, "Right"));

        Assert.Equal(new MediationState(0, true), (await proposal.App.SendAsProcess(new BeginMediationCommand(proposal.ProposalId))).Value);
        Assert.Equal(ProposalStage.Posting, (await proposal.Read()).Stage);
    }

    [Fact]
    public async Task A_person_cannot_begin_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new BeginMediationCommand(proposal.ProposalId))).Refusal);
    }
}
