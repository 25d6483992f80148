using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Proposals.ScreenProposal;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class ScreenProposalTests
{
    [Fact]
    public async Task Accepted_it_goes_to_consultation_and_its_process_is_told()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.True((await proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Accepted))).IsGranted);

        Assert.Equal(ProposalStage.Consultation, (await proposal.Read()).Stage);
        Assert.Equal(1, await proposal.Signals("proposal.screened"));
        Assert.Equal(1, await proposal.Signals("accepted"));
        Assert.Equal(["proposal.screened"], await proposal.Notices(proposal.Town.Property));
    }

    [Fact]
    public async Task Returned_its_author_is_told_why()
    {
        await using var proposal = await ProposalCase.Raise();

        await proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Returned, "Which side of the building?"));

        var read = await proposal.Read();
        Assert.Equal((ProposalStage.Returned, "Which side of the building?"), (read.Stage, read.Reason));
        var notice = await proposal.App.Db(db => db.Notifications.SingleAsync(n => n.PersonId == proposal.Town.Property));
        Assert.Contains("Which side of the building?", notice.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_its_needs_go_to_the_other_proposal()
    {
        await using var first = await ProposalCase.Raise();
        var need = (await first.Send(first.Town.TenantA, new RaiseNeedCommand(first.Town.CouncilId, "The lifts are full"))).Value;
        var second = await ProposalCase.Raise(first.App, first.Town, need);

        var screened = await first.Send(
            first.Town.Secretary, new ScreenProposalCommand(second.ProposalId, ScreeningDecision.Merged, "The same lift", first.ProposalId));

        Assert.True(screened.IsGranted);
        var read = await second.Read();
        Assert.Equal((ProposalStage.Merged, first.ProposalId), (read.Stage, read.MergedIntoId));
        Assert.Equal(first.ProposalId, await first.App.Db(db => db.Needs.Select(n => n.ProposalId).SingleAsync()));
    }

    [Fact]
    public async Task Returning_without_a_reason_is_refused()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ReasonNeeded>((await proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Returned, " "))).Refusal);
    }

    [Theory]
    [InlineData(ProposalStage.Voting)]
    [InlineData(ProposalStage.Closed)]
    public async Task Merging_into_one_that_is_voted_on_or_has_ended_is_refused(ProposalStage stage)
    {
        await using var first = await ProposalCase.At(stage);
        var second = await ProposalCase.Raise(first.App, first.Town);

        var screened = await first.Send(first.Town.Secretary, new ScreenProposalCommand(second.ProposalId, ScreeningDecision.Merged, "The same", first.ProposalId));

        Assert.IsType<MergeTargetUnsuitable>(screened.Refusal);
    }

    [Fact]
    public async Task Merging_into_itself_is_refused()
    {
        await using var proposal = await ProposalCase.Raise();

        var screened = await proposal.Send(
            proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Merged, "The same", proposal.ProposalId));

        Assert.IsType<MergeTargetUnsuitable>(screened.Refusal);
    }

    [Fact]
    public async Task Sent_twice_it_is_refused_the_second_time_with_where_it_stands()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Accepted));

        var refusal = Assert.IsType<AlreadyScreened>(
            (await proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Returned, "no"))).Refusal);

        Assert.Contains("in consultation", refusal.Message.En, StringComparison.Ordinal);
        Assert.Contains("征求意见中", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(1, await proposal.Signals("proposal.screened"));
    }

    [Fact]
    public async Task Of_two_at_once_one_decides()
    {
        await using var proposal = await ProposalCase.Raise();

        var both = await Task.WhenAll(
            proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Accepted)),
            proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Returned, "no")));

        Assert.Single(both, o => o.IsGranted);
        Assert.Equal(1, await proposal.Signals("proposal.screened"));
    }

    [Fact]
    public async Task A_reason_longer_than_a_page_is_refused()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<InvalidRequest>((await proposal.Send(
            proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Returned, new string('x', 4001)))).Refusal);
    }

    [Fact]
    public async Task Its_author_may_not_screen_it_and_an_outsider_sees_nothing()
    {
        await using var proposal = await ProposalCase.Raise();
        var command = new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Accepted);

        Assert.IsType<OfficeNeeded>((await proposal.Send(proposal.Town.Property, command)).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, command)).Refusal);
    }
}
