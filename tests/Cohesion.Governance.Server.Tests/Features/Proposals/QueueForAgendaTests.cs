using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.QueueForAgenda;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class QueueForAgendaTests
{
    [Theory]
    [InlineData(ProposalStage.Consultation)]
    [InlineData(ProposalStage.OnAgenda)]
    [InlineData(ProposalStage.Voting)]
    public async Task After_consultation_a_deferral_or_for_a_second_call_it_waits_for_a_meeting(ProposalStage from)
    {
        await using var proposal = await ProposalCase.At(from);

        await proposal.App.SendAsProcess(new QueueForAgendaCommand(proposal.ProposalId));
        await proposal.App.SendAsProcess(new QueueForAgendaCommand(proposal.ProposalId));

        Assert.Equal(ProposalStage.AwaitingAgenda, (await proposal.Read()).Stage);
        Assert.Single(await proposal.Notices(proposal.Town.Convenor), "proposal.readyForAgenda");
    }

    [Fact]
    public async Task One_that_was_taken_back_meanwhile_stays_withdrawn()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Withdrawn);

        await proposal.App.SendAsProcess(new QueueForAgendaCommand(proposal.ProposalId));

        Assert.Equal(ProposalStage.Withdrawn, (await proposal.Read()).Stage);
    }

    [Fact]
    public async Task A_person_cannot_send_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new QueueForAgendaCommand(proposal.ProposalId))).Refusal);
    }
}
