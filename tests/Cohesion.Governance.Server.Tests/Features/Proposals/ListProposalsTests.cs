using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.ListProposals;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class ListProposalsTests
{
    [Fact]
    public async Task Newest_come_first_a_page_at_a_time_and_by_stage()
    {
        await using var first = await ProposalCase.Raise();
        var second = await ProposalCase.Raise(first.App, first.Town);
        await ProposalCase.Raise(first.App, first.Town);
        await second.Put(ProposalStage.Voting);

        var page = (await first.Send(first.Town.Auditor, new ListProposalsQuery(first.Town.CouncilId, Size: 2))).Value;
        var rest = (await first.Send(first.Town.Auditor, new ListProposalsQuery(first.Town.CouncilId, After: 2, Size: 2))).Value;
        var voting = (await first.Send(first.Town.Auditor, new ListProposalsQuery(first.Town.CouncilId, ProposalStage.Voting))).Value;

        Assert.Equal([3, 2], page.Items.Select(p => p.Number));
        Assert.Equal("2", page.Next);
        Assert.Equal([1], rest.Items.Select(p => p.Number));
        Assert.Null(rest.Next);
        Assert.Equal((2, "being voted on", "Manager Zhou"), (voting.Items.Single().Number, voting.Items.Single().StageName.En, voting.Items.Single().RaisedBy.En));
    }

    [Fact]
    public async Task A_page_too_long_is_refused_and_an_outsider_sees_no_list()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<InvalidRequest>((await app.Send(town.TenantA, new ListProposalsQuery(town.CouncilId, Size: 201))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new ListProposalsQuery(town.CouncilId))).Refusal);
    }
}
