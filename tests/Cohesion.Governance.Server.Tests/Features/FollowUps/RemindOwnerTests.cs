using Cohesion.Governance.Server.Features.FollowUps.RemindOwner;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class RemindOwnerTests
{
    [Fact]
    public async Task The_owner_is_reminded_of_the_date()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        Assert.True((await p.App.SendAsProcess(new RemindOwnerCommand(id))).Value);

        Assert.Equal(["followup.reminder"], await p.Told(p.Town.Property));
        var rung = await p.App.Db(db => db.Chases.SingleAsync());
        Assert.Equal((0, -10, "owner"), (rung.Level, rung.DaysLate, rung.Audience));
        Assert.Equal(0, (await p.Action(id)).ChaseLevel);
    }

    [Fact]
    public async Task Sent_twice_on_a_day_it_reminds_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await Task.WhenAll(p.App.SendAsProcess(new RemindOwnerCommand(id)), p.App.SendAsProcess(new RemindOwnerCommand(id)));
        Assert.False((await p.App.SendAsProcess(new RemindOwnerCommand(id))).Value);
        Assert.Equal(["followup.reminder"], await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_is_handed_in_or_past()
    {
        await using var p = await Promise.Resolved();
        Assert.False((await p.App.SendAsProcess(new RemindOwnerCommand(await p.Evidenced()))).Value);

        var late = await p.Accepted(days: 1, resolution: 1);
        p.App.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False((await p.App.SendAsProcess(new RemindOwnerCommand(late))).Value);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new RemindOwnerCommand(await p.Accepted()));
    }
}
