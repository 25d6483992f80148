using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.LapseProposal;
using Cohesion.Governance.Server.Features.Proposals.RequestRework;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class LapseProposalTests
{
    [Theory]
    [InlineData(ProposalStage.Returned)]
    [InlineData(ProposalStage.Rework)]
    public async Task Without_a_new_version_in_time_it_lapses(ProposalStage stage)
    {
        await using var proposal = await ProposalCase.At(stage, GovernanceApp.Begin.AddDays(14));

        Assert.Null((await proposal.App.SendAsProcess(new LapseProposalCommand(proposal.ProposalId))).Value);
        proposal.App.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(ProposalResult.Lapsed, (await proposal.App.SendAsProcess(new LapseProposalCommand(proposal.ProposalId))).Value);

        Assert.Equal(ProposalStage.Failed, (await proposal.Read()).Stage);
        Assert.Null((await proposal.App.SendAsProcess(new LapseProposalCommand(proposal.ProposalId))).Value);
    }

    [Theory]
    [InlineData("Rejected", ProposalResult.Rejected)]
    [InlineData("NoQuorum", ProposalResult.NoQuorum)]
    [InlineData("Undecided", ProposalResult.Undecided)]
    [InlineData(null, ProposalResult.Undecided)]
    public async Task Left_to_rest_it_ends_as_its_vote_ended(string? outcome, ProposalResult expected)
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rejected, GovernanceApp.Begin.AddDays(30));
        await proposal.Voted(outcome);
        proposal.App.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(expected, (await proposal.App.SendAsProcess(new LapseProposalCommand(proposal.ProposalId))).Value);
    }

    [Fact]
    public async Task Of_a_rework_asked_for_in_the_last_moment_and_the_end_of_the_time_one_wins()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rejected, GovernanceApp.Begin.AddDays(30));
        proposal.App.Clock.Advance(TimeSpan.FromDays(30));

        var rework = proposal.Send(proposal.Town.Property, new RequestReworkCommand(proposal.ProposalId));
        var lapse = proposal.App.SendAsProcess(new LapseProposalCommand(proposal.ProposalId));
        await Task.WhenAll(rework, lapse);

        Assert.NotEqual((await rework).IsGranted, (await lapse).Value is not null);
        Assert.Equal((await rework).IsGranted ? ProposalStage.Rework : ProposalStage.Failed, (await proposal.Read()).Stage);
    }

    [Fact]
    public async Task A_person_cannot_send_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new LapseProposalCommand(proposal.ProposalId))).Refusal);
    }
}
