using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.DeclineFollowUp;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class AcceptFollowUpTests
{
    [Fact]
    public async Task The_owner_takes_it_on_and_the_secretary_hears_of_it()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        var outcome = await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id));

        Assert.Null(outcome.Refusal);
        Assert.Equal(FollowUpStage.Accepted, (await p.Action(id)).Stage);
        Assert.Equal(["followup.answered"], await p.Signalled(id));
        Assert.Equal(["followup.accepted"], await p.Told(p.Town.Secretary));
    }

    [Fact]
    public async Task Refuses_a_second_answer()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        Assert.IsType<FollowUpAnswered>((await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id))).Refusal);
        Assert.Equal(["followup.answered"], await p.Signalled(id));
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_counts()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        var outcomes = await Task.WhenAll(
            p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id)), p.App.Send(p.Town.Property, new DeclineFollowUpCommand(id, "No")));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is FollowUpAnswered);
        Assert.Equal(["followup.answered"], await p.Signalled(id));
    }

    [Fact]
    public async Task Refuses_everybody_but_the_owner()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        Assert.IsType<NotTheOwner>((await p.App.Send(p.Town.Secretary, new AcceptFollowUpCommand(id))).Refusal);
        await p.IsNotForOutsiders(new AcceptFollowUpCommand(id));
    }
}
