using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.TakeAsAccepted;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class TakeAsAcceptedTests
{
    [Fact]
    public async Task Silence_counts_as_acceptance_and_both_sides_are_told()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        await p.App.SendAsProcess(new TakeAsAcceptedCommand(id));

        Assert.Equal(FollowUpStage.Accepted, (await p.Action(id)).Stage);
        Assert.Equal(["followup.accepted"], await p.Told(p.Town.Property));
        Assert.Equal(["followup.accepted"], await p.Told(p.Town.Secretary));
    }

    [Fact]
    public async Task A_no_that_came_before_stands()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();

        await p.App.SendAsProcess(new TakeAsAcceptedCommand(id));

        Assert.Equal(FollowUpStage.Declined, (await p.Action(id)).Stage);
    }

    [Fact]
    public async Task Sent_twice_it_happens_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await Task.WhenAll(p.App.SendAsProcess(new TakeAsAcceptedCommand(id)), p.App.SendAsProcess(new TakeAsAcceptedCommand(id)));
        Assert.Equal(["followup.accepted"], await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new TakeAsAcceptedCommand(await p.Assign()));
    }
}
