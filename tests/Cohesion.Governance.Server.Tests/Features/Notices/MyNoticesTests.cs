using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.FollowUps.OfferFollowUp;
using Cohesion.Governance.Server.Features.Notices.MarkNoticeRead;
using Cohesion.Governance.Server.Features.Notices.MyNotices;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Notices;

public sealed class MyNoticesTests
{
    [Fact]
    public async Task A_person_sees_what_he_was_told_the_latest_first_and_nobody_elses()
    {
        await using var p = await Promise.Resolved();
        p.App.Clock.Advance(TimeSpan.FromHours(1));
        var id = await p.Assign();
        await p.App.SendAsProcess(new OfferFollowUpCommand(id, TimeSpan.FromDays(3)));

        var list = (await p.App.Send(p.Town.Property, new MyNoticesQuery())).Value;

        Assert.Equal(["followup.offered", "resolution.recorded", "resolution.recorded"], list.Rows.Items.Select(n => n.Kind));
        Assert.Equal("金虹桥议事会", list.Rows.Items[0].Council.Zh);
        Assert.Equal(3, list.Unread);
        Assert.Equal(2, (await p.App.Send(p.Town.TenantC, new MyNoticesQuery())).Value.Rows.Items.Count);
    }

    [Fact]
    public async Task What_was_read_can_be_left_out()
    {
        await using var p = await Promise.Resolved();
        var first = (await p.App.Send(p.Town.TenantC, new MyNoticesQuery())).Value.Rows.Items[0];
        await p.App.Send(p.Town.TenantC, new MarkNoticeReadCommand(first.Id));

        var list = (await p.App.Send(p.Town.TenantC, new MyNoticesQuery(Unread: true))).Value;

        Assert.Equal(1, list.Unread);
        Assert.NotEqual(first.Id, Assert.Single(list.Rows.Items).Id);
    }

    [Fact]
    public async Task Goes_on_where_the_page_before_ended()
    {
        await using var p = await Promise.Resolved();
        var all = (await p.App.Send(p.Town.TenantC, new MyNoticesQuery())).Value.Rows.Items.Select(n => n.Id);

        var first = (await p.App.Send(p.Town.TenantC, new MyNoticesQuery(Size: 1))).Value.Rows;
        var second = (await p.App.Send(p.Town.TenantC, new MyNoticesQuery(After: Guid.Parse(first.Next!), Size: 1))).Value.Rows;

        Assert.Equal(all, first.Items.Concat(second.Items).Select(n => n.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Somebody_elses_notice_is_no_place_to_go_on_from()
    {
        await using var p = await Promise.Resolved();
        var others = (await p.App.Send(p.Town.TenantA, new MyNoticesQuery())).Value.Rows.Items[0].Id;
        Assert.IsType<NotFound>((await p.App.Send(p.Town.TenantC, new MyNoticesQuery(After: others))).Refusal);
    }

    [Fact]
    public async Task Refuses_nobody_and_a_page_of_no_rows()
    {
        await using var p = await Promise.Resolved();
        Assert.IsType<SignInNeeded>((await p.App.Send(null, new MyNoticesQuery())).Refusal);
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.TenantC, new MyNoticesQuery(Size: 0))).Refusal);
    }
}
