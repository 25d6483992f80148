using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.FollowUps.OfferFollowUp;
using Cohesion.Governance.Server.Features.Notices.DeliverNotices;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Notices;

public sealed class DeliverNoticesTests
{
    [Fact]
    public async Task Each_is_shown_to_the_one_it_is_for()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await p.App.SendAsProcess(new OfferFollowUpCommand(id, TimeSpan.FromDays(3)));

        var delivered = (await p.App.SendAsProcess(new DeliverNoticesCommand())).Value;

        var mine = await p.App.Db(db => db.LiveEvents.Where(e => e.Topic == Topics.Person(p.Town.Property)).OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal([1, 2, 3], mine.Select(e => e.Sequence));
        Assert.All(mine, e => Assert.Equal("notice", e.Kind));
        Assert.Single(mine, e => e.Payload.Contains($"\"path\":\"/follow-ups/{id:D}\"", StringComparison.Ordinal));
        Assert.Equal(delivered.Count, await p.App.Db(db => db.Notifications.CountAsync(n => n.DeliveredAt == p.Now)));
        Assert.Equal(0, await p.App.Db(db => db.Notifications.CountAsync(n => n.DeliveredAt == null)));
    }

    [Fact]
    public async Task Sent_twice_each_is_delivered_once()
    {
        await using var p = await Promise.Resolved();
        await p.App.SendAsProcess(new DeliverNoticesCommand());
        Assert.Empty((await p.App.SendAsProcess(new DeliverNoticesCommand())).Value);
    }

    [Fact]
    public async Task Of_eight_workers_at_once_one_delivers_each()
    {
        await using var p = await Promise.Resolved();
        var waiting = await p.App.Db(db => db.Notifications.CountAsync());

        var delivered = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => p.App.SendAsProcess(new DeliverNoticesCommand(5))));

        var ids = delivered.SelectMany(d => d.Value).Select(d => d.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(Math.Min(waiting, 8 * 5), ids.Count);
        Assert.Equal(ids.Count, await p.App.Db(db => db.LiveEvents.CountAsync(e => e.Kind == "notice")));
    }

    [Fact]
    public async Task What_somebody_else_has_claimed_is_left_alone()
    {
        await using var p = await Promise.Resolved();
        var earlier = p.Now.AddMinutes(-1);
        await p.App.Db(db => db.Notifications.Where(n => n.PersonId == p.Town.TenantA).ExecuteUpdateAsync(set => set.SetProperty(n => n.DeliveredAt, earlier)));

        await p.App.SendAsProcess(new DeliverNoticesCommand());

        Assert.Equal(0, await p.App.Db(db => db.LiveEvents.CountAsync(e => e.Topic == Topics.Person(p.Town.TenantA))));
        Assert.Equal(2, await p.App.Db(db => db.Notifications.CountAsync(n => n.DeliveredAt == earlier)));
    }

    [Fact]
    public async Task Takes_no_more_than_asked_the_oldest_first()
    {
        await using var p = await Promise.Resolved();
        var oldest = await p.App.Db(db => db.Notifications.OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Select(n => n.Id).Take(3).ToListAsync());
        Assert.Equal(oldest, (await p.App.SendAsProcess(new DeliverNoticesCommand(3))).Value.Select(d => d.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task Refuses_to_take_none_or_too_many(int most)
    {
        await using var p = await Promise.Adopted();
        Assert.IsType<InvalidRequest>((await p.App.SendAsProcess(new DeliverNoticesCommand(most))).Refusal);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Adopted();
        Assert.IsType<ProcessNeeded>((await p.App.Send(p.Town.Administrator, new DeliverNoticesCommand())).Refusal);
        Assert.IsType<SignInNeeded>((await p.App.Send(null, new DeliverNoticesCommand())).Refusal);
    }
}
