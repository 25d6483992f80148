using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Proposals.AppraiseProposal;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class AppraiseProposalTests
{
    /// <summary>Tenant A and the observer asked, the property manager raised it.</summary>
    private static async Task<ProposalCase> Carried()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        var one = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full"))).Value;
        var two = (await app.Send(town.Observer, new RaiseNeedCommand(town.CouncilId, "Nowhere to check in"))).Value;
        var proposal = await ProposalCase.Raise(app, town, one, two);
        await proposal.Put(ProposalStage.Appraisal, proposal.Now.AddDays(14));
        return proposal;
    }

    [Fact]
    public async Task When_the_last_of_those_who_asked_has_spoken_the_process_is_told_once()
    {
        await using var proposal = await Carried();

        await proposal.Send(proposal.Town.TenantA, new AppraiseProposalCommand(proposal.ProposalId, 4, "Good"));
        await proposal.Send(proposal.Town.Observer, new AppraiseProposalCommand(proposal.ProposalId, 5));
        Assert.Equal(0, await proposal.Signals("appraisal.completed"));
        await proposal.Send(proposal.Town.Property, new AppraiseProposalCommand(proposal.ProposalId, 3));
        await proposal.Send(proposal.Town.Property, new AppraiseProposalCommand(proposal.ProposalId, 2, "On second thought"));

        Assert.Equal(1, await proposal.Signals("appraisal.completed"));
        Assert.Equal([2, 4, 5], await proposal.App.Db(db => db.Appraisals.OrderBy(a => a.Rating).Select(a => a.Rating).ToListAsync()));
    }

    [Fact]
    public async Task The_last_two_at_once_complete_it_once()
    {
        await using var proposal = await Carried();
        await proposal.Send(proposal.Town.TenantA, new AppraiseProposalCommand(proposal.ProposalId, 4));

        await Task.WhenAll(
            proposal.Send(proposal.Town.Observer, new AppraiseProposalCommand(proposal.ProposalId, 5)),
            proposal.Send(proposal.Town.Property, new AppraiseProposalCommand(proposal.ProposalId, 3)));

        Assert.Equal(1, await proposal.Signals("appraisal.completed"));
    }

    [Fact]
    public async Task Whoever_did_not_ask_is_refused_and_an_outsider_sees_nothing()
    {
        await using var proposal = await Carried();

        Assert.IsType<NotAskedToAppraise>((await proposal.Send(proposal.Town.TenantB, new AppraiseProposalCommand(proposal.ProposalId, 5))).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, new AppraiseProposalCommand(proposal.ProposalId, 5))).Refusal);
    }

    [Fact]
    public async Task Before_it_is_carried_out_it_is_refused()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Acting);

        Assert.IsType<AppraisalNotOpen>((await proposal.Send(proposal.Town.Property, new AppraiseProposalCommand(proposal.ProposalId, 5))).Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task A_rating_outside_one_to_five_is_refused(int rating)
    {
        await using var proposal = await Carried();

        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.TenantA, new AppraiseProposalCommand(proposal.ProposalId, rating))).Refusal);
    }
}
