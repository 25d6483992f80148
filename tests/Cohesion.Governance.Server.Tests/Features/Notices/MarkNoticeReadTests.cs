using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Notices.MarkNoticeRead;
using Cohesion.Governance.Server.Features.Notices.MyNotices;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Notices;

public sealed class MarkNoticeReadTests
{
    [Fact]
    public async Task It_is_read_from_then_on_however_often_that_is_sent()
    {
        await using var p = await Promise.Resolved();
        var id = (await p.App.Send(p.Town.TenantC, new MyNoticesQuery())).Value.Rows.Items[0].Id;

        Assert.Null((await p.App.Send(p.Town.TenantC, new MarkNoticeReadCommand(id))).Refusal);
        p.App.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await p.App.Send(p.Town.TenantC, new MarkNoticeReadCommand(id))).Refusal);

        Assert.Equal(GovernanceApp.Begin, await p.App.Db(db => db.Notifications.Where(n => n.Id == id).Select(n => n.ReadAt).SingleAsync()));
    }

    [Fact]
    public async Task Somebody_elses_is_not_there()
    {
        await using var p = await Promise.Resolved();
        var id = (await p.App.Send(p.Town.TenantC, new MyNoticesQuery())).Value.Rows.Items[0].Id;

        Assert.IsType<NotFound>((await p.App.Send(p.Town.TenantA, new MarkNoticeReadCommand(id))).Refusal);
        Assert.IsType<SignInNeeded>((await p.App.Send(null, new MarkNoticeReadCommand(id))).Refusal);
    }
}
