using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ReassignFollowUp;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class ReassignFollowUpTests
{
    private static ReassignFollowUpCommand To(Guid id, Guid owner) => new(id, owner, "Knows the lift firm");

    [Fact]
    public async Task A_declined_action_goes_to_somebody_else_who_is_asked_in_turn()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();

        Assert.Null((await p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC))).Refusal);

        var action = await p.Action(id);
        Assert.Equal((FollowUpStage.Assigned, p.Town.TenantC, (string?)null), (action.Stage, action.OwnerPersonId, action.DeclineReason));
        Assert.Equal(["followup.answered", "followup.reassigned"], await p.Signalled(id));
        Assert.Empty(await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task The_former_owner_of_an_accepted_action_is_told()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        Assert.Null((await p.App.Send(p.Town.PartyCommittee, To(id, p.Town.TenantC) with { DueAt = p.Now.AddDays(30) })).Refusal);

        Assert.Equal(["followup.reassigned"], await p.Told(p.Town.Property));
        Assert.Equal(p.Now.AddDays(30), (await p.Action(id)).DueAt);
    }

    [Fact]
    public async Task Whoever_declined_may_be_talked_round()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();
        Assert.Null((await p.App.Send(p.Town.Secretary, To(id, p.Town.Property))).Refusal);
    }

    [Fact]
    public async Task Refuses_the_present_owner()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.IsType<OwnedAlready>((await p.App.Send(p.Town.Secretary, To(id, p.Town.Property))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_it_happens_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC));

        Assert.IsType<OwnedAlready>((await p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC))).Refusal);
        Assert.Equal(["followup.answered", "followup.reassigned"], await p.Signalled(id));
    }

    [Fact]
    public async Task Two_at_once_leave_one_owner_who_is_asked_last()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();

        var outcomes = await Task.WhenAll(p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC)), p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC)));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is OwnedAlready);
    }

    [Fact]
    public async Task Refuses_an_owner_from_outside_the_council()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();
        Assert.IsType<OwnerOutsideCouncil>((await p.App.Send(p.Town.Secretary, To(id, p.Town.Outsider))).Refusal);
    }

    [Fact]
    public async Task Refuses_when_the_due_date_is_over_and_no_other_is_given()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();
        p.App.Clock.Advance(TimeSpan.FromDays(11));

        Assert.IsType<DueDatePassed>((await p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC))).Refusal);
        Assert.Null((await p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC) with { DueAt = p.Now.AddDays(5) })).Refusal);
    }

    [Fact]
    public async Task Refuses_while_evidence_is_being_checked()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        Assert.IsType<EvidenceUnderReview>((await p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC))).Refusal);
    }

    [Fact]
    public async Task Refuses_an_action_that_has_ended()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(id, "Not needed"));
        Assert.IsType<FollowUpNotOpen>((await p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC))).Refusal);
    }

    [Fact]
    public async Task Refuses_without_a_reason()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Secretary, To(id, p.Town.TenantC) with { Reason = "" })).Refusal);
    }

    [Fact]
    public async Task Is_for_the_secretary_and_the_party_committee()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();
        await p.IsNotFor(To(id, p.Town.TenantC), p.Town.Property, p.Town.Convenor, p.Town.VisitingWorker);
    }
}
