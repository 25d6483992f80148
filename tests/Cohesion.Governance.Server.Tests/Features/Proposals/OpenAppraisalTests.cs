using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Proposals.OpenAppraisal;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class OpenAppraisalTests
{
    [Fact]
    public async Task Those_who_asked_are_asked_once_each()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        var one = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full"))).Value;
        var two = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "Nowhere to check in"))).Value;
        await using var proposal = await ProposalCase.Raise(app, town, one, two);
        await proposal.Put(ProposalStage.Acting);

        await app.SendAsProcess(new OpenAppraisalCommand(proposal.ProposalId, proposal.Now.AddDays(14)));
        await app.SendAsProcess(new OpenAppraisalCommand(proposal.ProposalId, proposal.Now.AddDays(20)));

        var read = await proposal.Read();
        Assert.Equal((ProposalStage.Appraisal, proposal.Now.AddDays(14)), (read.Stage, read.StageUntil!.Value));
        Assert.Equal(["proposal.appraisal"], await proposal.Notices(town.TenantA));
        Assert.Equal(["proposal.appraisal"], await proposal.Notices(town.Property));
        Assert.Empty(await proposal.Notices(town.TenantB));
    }

    [Fact]
    public async Task A_person_cannot_send_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new OpenAppraisalCommand(proposal.ProposalId, proposal.Now))).Refusal);
    }
}
