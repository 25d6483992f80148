using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Features.FollowUps.AssignFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.CloseFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class AssignFollowUpTests
{
    private static AssignFollowUpCommand Command(Promise p) => new(p.Resolutions[0], p.Town.Property, "Order the elevator", p.Now.AddDays(10));

    [Fact]
    public async Task An_action_gets_the_next_number_an_owner_and_a_process()
    {
        await using var p = await Promise.Resolved();

        var first = await p.App.Send(p.Town.Secretary, Command(p));
        var second = await p.App.Send(p.Town.PartyCommittee, Command(p) with { Title = "Train the porters" });

        var action = await p.Action(first.Value);
        Assert.Equal((1, FollowUpStage.Assigned, p.Town.Property, p.Now.AddDays(10)), (action.Number, action.Stage, action.OwnerPersonId, action.DueAt));
        Assert.Equal(2, (await p.Action(second.Value)).Number);
        await p.App.RunProcesses();
        Assert.Equal(["offer"], await p.App.Db(db => db.ProcessWaits.Where(w => w.InstanceId == $"follow-up:{first.Value:D}").Select(w => w.ActivityId).ToListAsync()));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_action()
    {
        await using var p = await Promise.Resolved();
        await p.App.Send(p.Town.Secretary, Command(p));

        var again = await p.App.Send(p.Town.Secretary, Command(p));

        Assert.Equal(1, Assert.IsType<AssignedAlready>(again.Refusal).Number);
        Assert.Equal(1, await p.App.Db(db => db.FollowUps.CountAsync()));
    }

    [Fact]
    public async Task Two_at_once_are_one_action()
    {
        await using var p = await Promise.Resolved();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => p.App.Send(p.Town.Secretary, Command(p))));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Equal(1, await p.App.Db(db => db.FollowUps.CountAsync()));
        Assert.Equal(1, await p.App.Db(db => db.ProcessSubjects.CountAsync()));
    }

    [Fact]
    public async Task What_was_cancelled_can_be_assigned_again()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(id, "Wrong date"));

        Assert.True((await p.App.Send(p.Town.Secretary, Command(p))).IsGranted);
    }

    [Fact]
    public async Task Refuses_a_due_date_that_has_passed()
    {
        await using var p = await Promise.Resolved();
        Assert.IsType<DueDatePassed>((await p.App.Send(p.Town.Secretary, Command(p) with { DueAt = p.Now })).Refusal);
    }

    [Fact]
    public async Task Refuses_an_owner_from_outside_the_council()
    {
        await using var p = await Promise.Resolved();
        Assert.IsType<OwnerOutsideCouncil>((await p.App.Send(p.Town.Secretary, Command(p) with { OwnerPersonId = p.Town.Outsider })).Refusal);
        Assert.IsType<OwnerOutsideCouncil>((await p.App.Send(p.Town.Secretary, Command(p) with { OwnerPersonId = p.ProposalId })).Refusal);
    }

    [Fact]
    public async Task The_street_convenor_may_own_an_action()
    {
        await using var p = await Promise.Resolved();
        Assert.True((await p.App.Send(p.Town.Secretary, Command(p) with { OwnerPersonId = p.Town.Convenor })).IsGranted);
    }

    [Fact]
    public async Task Refuses_where_nothing_needs_to_be_done()
    {
        await using var p = await Promise.Resolved();
        await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[0], "It is there"));

        Assert.IsType<NoActionDeclared>((await p.App.Send(p.Town.Secretary, Command(p))).Refusal);
    }

    [Fact]
    public async Task Refuses_once_everything_the_proposal_promised_is_settled()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true));
        await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(id, true));
        await p.App.SendAsProcess(new CloseFollowUpCommand(id));
        await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[1], "It is there"));

        Assert.IsType<ResolutionSettled>((await p.App.Send(p.Town.Secretary, Command(p) with { Title = "One more" })).Refusal);
    }

    [Fact]
    public async Task Refuses_once_the_proposal_has_gone_on()
    {
        await using var p = await Promise.Resolved();
        await p.App.Db(async db => { (await db.Proposals.SingleAsync()).Stage = ProposalStage.Appraisal; });

        Assert.IsType<ResolutionSettled>((await p.App.Send(p.Town.Secretary, Command(p))).Refusal);
    }

    [Fact]
    public async Task Refuses_without_a_title()
    {
        await using var p = await Promise.Resolved();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Secretary, Command(p) with { Title = "" })).Refusal);
    }

    [Fact]
    public async Task Is_for_the_secretary_and_the_party_committee()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotFor(Command(p), p.Town.Property, p.Town.TenantA, p.Town.Convenor, p.Town.Auditor);
    }
}
