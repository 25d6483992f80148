using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.CallSecond;
using Cohesion.Governance.Server.Features.Meetings.CancelMeeting;
using Cohesion.Governance.Server.Features.Meetings.SendNotice;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class SendNoticeTests
{
    [Fact]
    public async Task Everybody_in_the_council_is_told_once_when_where_and_what_about()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned(await town.Proposal());

        MeetingTown.Granted(await town.App.SendAsProcess(new SendNoticeCommand(meeting)));

        var told = await town.Told("meeting.notice");
        Assert.Equal(told.Count, told.Select(n => n.PersonId).Distinct().Count());
        Assert.Contains(told, n => n.PersonId == town.People.TenantC);
        Assert.DoesNotContain(told, n => n.PersonId == town.People.Outsider);
        var text = told[0].Text;
        Assert.Equal("“Lift meeting”, Tuesday 10 November 2026, 14:00, Lobby. Agenda: Freight elevator.", text.En);
        Assert.Equal("会议通知：“Lift meeting”，2026年11月10日（星期二）14:00，地点：Lobby。议程：Freight elevator。", text.Zh);
        Assert.Equal((MeetingStage.Noticed, town.App.Clock.GetUtcNow()), ((await town.Meeting(meeting)).Stage, (await town.Meeting(meeting)).NoticeSentAt!.Value));
        Assert.Empty(await town.Told("meeting.notice-late"));
    }

    [Fact]
    public async Task Sent_twice_nobody_is_told_twice()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();
        var told = (await town.Told("meeting.notice")).Count;

        MeetingTown.Granted(await town.App.SendAsProcess(new SendNoticeCommand(meeting)));

        Assert.Equal(told, (await town.Told("meeting.notice")).Count);
    }

    [Fact]
    public async Task Two_at_once_tell_everybody_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => town.App.SendAsProcess(new SendNoticeCommand(meeting))));

        Assert.Single(await town.Told("meeting.notice"), n => n.PersonId == town.People.TenantA);
    }

    [Fact]
    public async Task Nobody_is_called_to_a_meeting_that_was_called_off_before_its_notice()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Flood"));

        MeetingTown.Granted(await town.App.SendAsProcess(new SendNoticeCommand(meeting)));

        Assert.Empty(await town.Told("meeting.notice"));
    }

    [Fact]
    public async Task A_notice_that_the_server_could_only_send_late_is_reported_with_the_earliest_lawful_day()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();
        town.App.Clock.Advance(TimeSpan.FromDays(2));

        MeetingTown.Granted(await town.App.SendAsProcess(new SendNoticeCommand(meeting)));

        var late = await town.Told("meeting.notice-late");
        Assert.Equal(new[] { town.People.Secretary, town.People.Convenor }.Order(), late.Select(n => n.PersonId).Order());
        Assert.Contains("2026年11月12日", late[0].Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_call_is_announced_as_one()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        Assert.True(MeetingTown.Granted(await town.App.SendAsProcess(new CallSecondCommand(meeting, TimeSpan.FromDays(2)))));

        MeetingTown.Granted(await town.App.SendAsProcess(new SendNoticeCommand(meeting)));

        Assert.Contains(await town.Told("meeting.notice"), n => n.PersonId == town.People.TenantA
            && n.Text.Zh.StartsWith("再次召集：", StringComparison.Ordinal) && n.Text.Zh.Contains("2026年11月12日", StringComparison.Ordinal));
        Assert.Empty(await town.Told("meeting.notice-late"));
    }

    [Fact]
    public async Task Only_the_server_sends_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new SendNoticeCommand(await town.Planned()));
    }
}
