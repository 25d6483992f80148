using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Postings.SettleObjection;
using Cohesion.Governance.Server.Features.Postings.WithdrawObjection;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Postings;

public sealed class WithdrawObjectionTests
{
    [Fact]
    public async Task The_objector_takes_it_back_and_the_last_one_ends_the_mediation()
    {
        var (proposal, first, second) = await SettleObjectionTests.InMediation();
        await using var _ = proposal;
        await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(first, false, "Works end at six"));

        Assert.True((await proposal.Send(proposal.Town.TenantB, new WithdrawObjectionCommand(second, "Paid in six months"))).IsGranted);

        Assert.Equal(1, await proposal.Signals("objections.settled"));
        var objection = await proposal.App.Db(db => db.Objections.SingleAsync(o => o.Id == second));
        Assert.Equal((ObjectionStage.Withdrawn, "Paid in six months"), (objection.Stage, objection.Finding));
    }

    [Fact]
    public async Task Sent_twice_or_at_once_it_is_taken_back_once()
    {
        var (proposal, first, _) = await SettleObjectionTests.InMediation();
        await using var _case = proposal;

        var both = await Task.WhenAll(
            proposal.Send(proposal.Town.TenantA, new WithdrawObjectionCommand(first)), proposal.Send(proposal.Town.TenantA, new WithdrawObjectionCommand(first)));

        Assert.Single(both, o => o.IsGranted);
        Assert.IsType<ObjectionIsSettled>(both.Single(o => !o.IsGranted).Refusal);
    }

    [Fact]
    public async Task Nobody_else_takes_it_back_and_an_outsider_sees_nothing()
    {
        var (proposal, first, _) = await SettleObjectionTests.InMediation();
        await using var _case = proposal;

        Assert.IsType<NotYourObjection>((await proposal.Send(proposal.Town.Secretary, new WithdrawObjectionCommand(first))).Refusal);
        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.TenantA, new WithdrawObjectionCommand(first, new string('x', 4001)))).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, new WithdrawObjectionCommand(first))).Refusal);
    }
}
