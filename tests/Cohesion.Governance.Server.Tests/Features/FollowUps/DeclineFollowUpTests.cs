using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.DeclineFollowUp;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class DeclineFollowUpTests
{
    [Fact]
    public async Task The_owner_says_no_and_why_and_those_who_hand_out_actions_hear_of_it()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        Assert.Null((await p.App.Send(p.Town.Property, new DeclineFollowUpCommand(id, "Not our lift"))).Refusal);

        var action = await p.Action(id);
        Assert.Equal((FollowUpStage.Declined, "Not our lift"), (action.Stage, action.DeclineReason));
        Assert.Equal(["followup.answered"], await p.Signalled(id));
        Assert.Equal(["followup.declined"], await p.Told(p.Town.Secretary));
        Assert.Equal(["followup.declined"], await p.Told(p.Town.PartyCommittee));
    }

    [Fact]
    public async Task Refuses_a_second_answer()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.IsType<FollowUpAnswered>((await p.App.Send(p.Town.Property, new DeclineFollowUpCommand(id, "After all not"))).Refusal);
    }

    [Fact]
    public async Task Refuses_without_a_reason()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Property, new DeclineFollowUpCommand(id, ""))).Refusal);
    }

    [Fact]
    public async Task Refuses_everybody_but_the_owner()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        Assert.IsType<NotTheOwner>((await p.App.Send(p.Town.TenantA, new DeclineFollowUpCommand(id, "No"))).Refusal);
        await p.IsNotForOutsiders(new DeclineFollowUpCommand(id, "No"));
    }
}
