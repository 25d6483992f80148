using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.AwaitRevision;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class AwaitRevisionTests
{
    [Theory]
    [InlineData(ProposalStage.Returned, ProposalStage.Returned)]
    [InlineData(ProposalStage.OnAgenda, ProposalStage.Rework)]
    [InlineData(ProposalStage.Mediation, ProposalStage.Rework)]
    [InlineData(ProposalStage.Rejected, ProposalStage.Rework)]
    public async Task It_waits_for_its_author_until_a_time(ProposalStage from, ProposalStage to)
    {
        await using var proposal = await ProposalCase.At(from);

        await proposal.App.SendAsProcess(new AwaitRevisionCommand(proposal.ProposalId, proposal.Now.AddDays(14)));

        var read = await proposal.Read();
        Assert.Equal((to, proposal.Now.AddDays(14)), (read.Stage, read.StageUntil!.Value));
        Assert.Equal(["proposal.revisionAwaited"], await proposal.Notices(proposal.Town.Property));
    }

    [Theory]
    [InlineData(ProposalStage.Raised)]
    [InlineData(ProposalStage.Consultation)]
    [InlineData(ProposalStage.Withdrawn)]
    public async Task An_author_who_was_faster_is_not_turned_back(ProposalStage stage)
    {
        await using var proposal = await ProposalCase.At(stage);

        await proposal.App.SendAsProcess(new AwaitRevisionCommand(proposal.ProposalId, proposal.Now.AddDays(14)));

        Assert.Equal(stage, (await proposal.Read()).Stage);
        Assert.Empty(await proposal.Notices(proposal.Town.Property));
    }

    [Fact]
    public async Task A_person_cannot_send_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new AwaitRevisionCommand(proposal.ProposalId, proposal.Now))).Refusal);
    }
}
