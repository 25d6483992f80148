using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Postings.SettleObjection;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Postings;

public sealed class SettleObjectionTests
{
    /// <summary>Two objections in mediation, by tenant A and tenant B.</summary>
    internal static async Task<(ProposalCase Case, Guid First, Guid Second)> InMediation()
    {
        var proposal = await ProposalCase.Raise();
        await proposal.Posted();
        var first = (await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Noise"))).Value;
        var second = (await proposal.Send(proposal.Town.TenantB, new RaiseObjectionCommand(proposal.ProposalId, "Cost"))).Value;
        await proposal.Put(ProposalStage.Mediation);
        return (proposal, first, second);
    }

    [Fact]
    public async Task The_process_is_told_when_the_last_is_settled_and_both_sides_hear_the_finding()
    {
        var (proposal, first, second) = await InMediation();
        await using var _ = proposal;

        Assert.True((await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(first, false, "Works end at six"))).IsGranted);
        Assert.Equal(0, await proposal.Signals("objections.settled"));
        Assert.True((await proposal.Send(proposal.Town.Convenor, new SettleObjectionCommand(second, true, "The shares were wrong"))).IsGranted);

        Assert.Equal(1, await proposal.Signals("objections.settled"));
        var upheld = await proposal.App.Db(db => db.Objections.SingleAsync(o => o.Id == second));
        Assert.Equal((ObjectionStage.Upheld, "The shares were wrong", proposal.Town.Convenor), (upheld.Stage, upheld.Finding, upheld.SettledByPersonId!.Value));
        Assert.Contains("objection.settled", await proposal.Notices(proposal.Town.TenantA));
        Assert.Equal(2, (await proposal.Notices(proposal.Town.Property)).Count(kind => kind == "objection.settled"));
    }

    [Fact]
    public async Task The_last_two_at_once_settle_it_once()
    {
        var (proposal, first, second) = await InMediation();
        await using var _ = proposal;

        await Task.WhenAll(
            proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(first, false, "a")),
            proposal.Send(proposal.Town.Convenor, new SettleObjectionCommand(second, false, "b")));

        Assert.Equal(1, await proposal.Signals("objections.settled"));
    }

    [Fact]
    public async Task Settled_while_the_result_is_still_posted_no_process_waits_for_it()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.Posted();
        var id = (await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Noise"))).Value;

        Assert.True((await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(id, false, "Works end at six"))).IsGranted);

        Assert.Equal(0, await proposal.Signals("objections.settled"));
    }

    [Fact]
    public async Task Sent_twice_it_is_refused_the_second_time()
    {
        var (proposal, first, _) = await InMediation();
        await using var _case = proposal;
        await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(first, true, "Yes"));

        Assert.Equal(new ObjectionIsSettled(ObjectionStage.Upheld), (await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(first, false, "No"))).Refusal);
    }

    [Fact]
    public async Task The_author_may_not_a_finding_needs_words_and_an_outsider_sees_nothing()
    {
        var (proposal, first, _) = await InMediation();
        await using var _case = proposal;

        Assert.IsType<OfficeNeeded>((await proposal.Send(proposal.Town.Property, new SettleObjectionCommand(first, false, "No"))).Refusal);
        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(first, false, ""))).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, new SettleObjectionCommand(first, false, "No"))).Refusal);
    }
}
