using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ChaseFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ExtendFollowUp;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class ExtendFollowUpTests
{
    private static ExtendFollowUpCommand By(Promise p, Guid id, int days) => new(id, p.Now.AddDays(days), "The lift firm is late");

    [Fact]
    public async Task The_owner_gets_more_time_and_the_ladder_begins_again()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        p.App.Clock.Advance(TimeSpan.FromDays(11));
        await p.App.SendAsProcess(new ChaseFollowUpCommand(id, 2, "owner"));

        Assert.Null((await p.App.Send(p.Town.Secretary, By(p, id, 5))).Refusal);

        var action = await p.Action(id);
        Assert.Equal((p.Now.AddDays(5), 0), (action.DueAt, action.ChaseLevel));
        Assert.Equal(["followup.answered", "followup.rescheduled"], await p.Signalled(id));
    }

    [Fact]
    public async Task Refuses_a_date_that_has_passed()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        p.App.Clock.Advance(TimeSpan.FromDays(20));
        Assert.IsType<DueDatePassed>((await p.App.Send(p.Town.Secretary, By(p, id, -1))).Refusal);
    }

    [Fact]
    public async Task Refuses_a_date_that_gives_no_more_time()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.IsType<NotAnExtension>((await p.App.Send(p.Town.Secretary, By(p, id, 10))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_it_happens_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.App.Send(p.Town.Secretary, By(p, id, 20));

        Assert.IsType<NotAnExtension>((await p.App.Send(p.Town.Secretary, By(p, id, 20))).Refusal);
        Assert.Equal(["followup.answered", "followup.rescheduled"], await p.Signalled(id));
    }

    [Fact]
    public async Task Of_two_at_once_the_later_date_stands()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        await Task.WhenAll(p.App.Send(p.Town.Secretary, By(p, id, 20)), p.App.Send(p.Town.PartyCommittee, By(p, id, 30)));

        Assert.Equal(p.Now.AddDays(30), (await p.Action(id)).DueAt);
    }

    [Fact]
    public async Task Refuses_while_evidence_is_being_checked()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        Assert.IsType<EvidenceUnderReview>((await p.App.Send(p.Town.Secretary, By(p, id, 20))).Refusal);
    }

    [Fact]
    public async Task Refuses_an_action_that_has_ended()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(id, "Not needed"));
        Assert.IsType<FollowUpNotOpen>((await p.App.Send(p.Town.Secretary, By(p, id, 20))).Refusal);
    }

    [Fact]
    public async Task Refuses_without_a_reason()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Secretary, By(p, id, 20) with { Reason = "" })).Refusal);
    }

    [Fact]
    public async Task The_owner_cannot_extend_his_own_promise()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.IsNotFor(By(p, id, 20), p.Town.Property, p.Town.TenantA, p.Town.Convenor);
    }
}
