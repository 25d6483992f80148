using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.RemindScreening;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class RemindScreeningTests
{
    [Fact]
    public async Task While_it_waits_secretary_and_convenor_are_reminded_afterwards_nobody()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.True((await proposal.App.SendAsProcess(new RemindScreeningCommand(proposal.ProposalId))).Value);
        await proposal.Put(ProposalStage.Consultation);
        Assert.False((await proposal.App.SendAsProcess(new RemindScreeningCommand(proposal.ProposalId))).Value);

        Assert.Equal(["proposal.raised", "proposal.screeningReminder"], await proposal.Notices(proposal.Town.Secretary));
        Assert.Equal(["proposal.screeningReminder"], await proposal.Notices(proposal.Town.Convenor));
    }

    [Fact]
    public async Task A_person_cannot_send_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new RemindScreeningCommand(proposal.ProposalId))).Refusal);
    }
}
