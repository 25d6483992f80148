using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.OpenConsultation;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class OpenConsultationTests
{
    [Fact]
    public async Task It_is_open_until_a_time_and_everybody_of_the_council_is_told()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);

        await proposal.App.SendAsProcess(new OpenConsultationCommand(proposal.ProposalId, proposal.Now.AddDays(7)));

        Assert.Equal(proposal.Now.AddDays(7), (await proposal.Read()).StageUntil);
        foreach (var person in new[] { proposal.Town.TenantA, proposal.Town.Convenor, proposal.Town.Observer })
        {
            Assert.Contains("proposal.consultation", await proposal.Notices(person));
        }

        Assert.Empty(await proposal.Notices(proposal.Town.Outsider));
    }

    [Fact]
    public async Task One_that_was_taken_back_meanwhile_stays_withdrawn()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Withdrawn);

        await proposal.App.SendAsProcess(new OpenConsultationCommand(proposal.ProposalId, proposal.Now.AddDays(7)));

        Assert.Equal(ProposalStage.Withdrawn, (await proposal.Read()).Stage);
    }

    [Fact]
    public async Task A_person_cannot_send_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new OpenConsultationCommand(proposal.ProposalId, proposal.Now))).Refusal);
    }
}
