using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Processes.ProcessMap;
using Cohesion.Governance.Server.Features.Proposals.ScreenProposal;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Workflows.Maps;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Processes;

public sealed class ProcessMapTests
{
    [Fact]
    public async Task It_shows_where_the_process_is_what_is_done_and_which_way_it_took()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.App.RunProcesses();
        await proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, Domain.Proposals.ScreeningDecision.Accepted));
        await proposal.App.RunProcesses();

        var map = (await proposal.Send(proposal.Town.Observer, new ProcessMapQuery(proposal.Town.CouncilId, "proposal", proposal.ProposalId))).Value;

        var here = Assert.Single(map.Steps, s => s.State == MapState.Here);
        var done = map.Steps.Where(s => s.State == MapState.Done).ToList();
        Assert.NotEmpty(done);
        Assert.Contains(map.Ways, w => w.Taken && w.To == here.Id && done.Any(d => d.Id == w.From));
        Assert.Equal(GovernanceApp.Begin.AddDays(7), here.DueAt);
        Assert.All(map.Steps, s => Assert.NotEqual(string.Empty, s.Name.Zh));
    }

    [Fact]
    public async Task A_subject_without_such_a_process_has_no_map()
    {
        await using var proposal = await ProposalCase.Raise();

        var outcome = await proposal.Send(proposal.Town.Secretary, new ProcessMapQuery(proposal.Town.CouncilId, "vote", proposal.ProposalId));

        Assert.IsType<NotFound>(outcome.Refusal);
    }

    [Fact]
    public async Task A_person_of_another_council_is_shown_nothing()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.App.RunProcesses();

        var foreign = await proposal.Send(proposal.Town.Outsider, new ProcessMapQuery(proposal.Town.CouncilId, "proposal", proposal.ProposalId));
        var smuggled = await proposal.Send(proposal.Town.Outsider, new ProcessMapQuery(proposal.Town.OtherCouncilId, "proposal", proposal.ProposalId));

        Assert.IsType<NotFound>(foreign.Refusal);
        Assert.IsType<NotFound>(smuggled.Refusal);
    }
}
