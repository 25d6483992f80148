using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.ProposalState;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class ProposalStateTests
{
    [Fact]
    public async Task The_process_sees_the_stage_a_person_does_not_ask_this_way()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.OnAgenda);

        Assert.Equal(ProposalStage.OnAgenda, (await proposal.App.SendAsProcess(new ProposalStateQuery(proposal.ProposalId))).Value);
        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new ProposalStateQuery(proposal.ProposalId))).Refusal);
    }
}
