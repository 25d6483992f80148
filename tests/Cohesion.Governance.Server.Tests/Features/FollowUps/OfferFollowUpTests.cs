using Cohesion.Governance.Server.Features.FollowUps.OfferFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ReassignFollowUp;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class OfferFollowUpTests
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(3);

    [Fact]
    public async Task The_owner_is_asked_and_has_the_window_to_answer()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        await p.App.SendAsProcess(new OfferFollowUpCommand(id, Window));

        Assert.Equal(p.Now + Window, (await p.Action(id)).StageUntil);
        var notice = await p.App.Db(db => db.Notifications.SingleAsync(n => n.PersonId == p.Town.Property && n.Kind == "followup.offered"));
        Assert.Equal($"/follow-ups/{id:D}", notice.Path);

        // Assigned on 2 November 2026 in Shanghai, due ten days later, to be answered within three.
        Assert.Equal(
            "You are asked to take on action 1 “Order the elevator”, due 12 November 2026. Please accept or decline by 5 November 2026; silence counts as acceptance.",
            notice.Text.En);
        Assert.Equal("请您负责跟进事项 1“Order the elevator”，期限 2026年11月12日。请于 2026年11月5日 前接受或推辞；逾期未答复视为接受。", notice.Text.Zh);
    }

    [Fact]
    public async Task The_window_never_goes_beyond_the_due_date()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign(days: 1);

        await p.App.SendAsProcess(new OfferFollowUpCommand(id, Window));

        Assert.Equal(p.Now.AddDays(1), (await p.Action(id)).StageUntil);
    }

    [Fact]
    public async Task Sent_twice_it_asks_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        await Task.WhenAll(p.App.SendAsProcess(new OfferFollowUpCommand(id, Window)), p.App.SendAsProcess(new OfferFollowUpCommand(id, Window)));
        await p.App.SendAsProcess(new OfferFollowUpCommand(id, Window));

        Assert.Equal(["followup.offered"], await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task Another_owner_is_asked_anew()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await p.App.SendAsProcess(new OfferFollowUpCommand(id, Window));
        await p.App.Send(p.Town.Secretary, new ReassignFollowUpCommand(id, p.Town.TenantC, "Knows the firm"));

        await p.App.SendAsProcess(new OfferFollowUpCommand(id, Window));

        Assert.Equal(["followup.offered"], await p.Told(p.Town.TenantC));
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new OfferFollowUpCommand(await p.Assign(), Window));
    }
}
