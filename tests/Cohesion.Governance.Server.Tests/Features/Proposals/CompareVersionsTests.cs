using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.CompareVersions;
using Cohesion.Governance.Server.Features.Proposals.ReviseProposal;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class CompareVersionsTests
{
    [Fact]
    public async Task What_was_changed_stands_beside_what_stayed()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rework);
        await proposal.Send(proposal.Town.Property, new ReviseProposalCommand(
            proposal.ProposalId, 1, "Freight elevator", "The lifts are full at nine.\nWorks outside office hours.",
            [new ItemDraft("Freight elevator", "A freight elevator of 2 t is added on the north side.")], "Hours added", CostCents: 150_000_000,
            CostShares: [new ShareDraft("property", 10_000, "alone")]));

        var comparison = (await proposal.Send(proposal.Town.Observer, new CompareVersionsQuery(proposal.ProposalId, 1, 2))).Value;

        Assert.Equal("Hours added", comparison.ChangeNote);
        Assert.Equal("Works outside office hours.", comparison.Text[^1].Text);
        Assert.Equal(PieceChange.Added, comparison.Text[^1].Change);
        Assert.Equal((null, "Check-in"), (comparison.Items[1].TitleAfter, comparison.Items[1].TitleBefore));
        Assert.Equal((186_000_000L, 150_000_000L), (comparison.CostBefore!.Value, comparison.CostAfter!.Value));
        Assert.Equal([new ShareComparison("property", 6000, 10_000), new ShareComparison("tenants", 4000, 0)], comparison.Shares);
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_refused_and_an_outsider_sees_nothing()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.Equal(new NoSuchVersion(2, 1), (await proposal.Send(proposal.Town.Observer, new CompareVersionsQuery(proposal.ProposalId, 1, 2))).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, new CompareVersionsQuery(proposal.ProposalId, 1, 1))).Refusal);
    }
}
