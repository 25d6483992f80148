using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.AddAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.DraftMinutes;
using Cohesion.Governance.Server.Features.Meetings.LeaveMeeting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class DraftMinutesTests
{
    [Fact]
    public async Task The_draft_says_who_came_and_left_when_and_what_was_decided_with_how_many_there()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession(await town.Proposal(), await town.Proposal());
        var agenda = await town.Agenda(meeting);
        town.App.Clock.Advance(TimeSpan.FromMinutes(20));
        await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting)));
        town.App.Clock.Advance(TimeSpan.FromMinutes(10));
        await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, agenda[0].Id, AgendaDecision.ToVote, "All heard | agreed"));
        town.App.Clock.Advance(TimeSpan.FromMinutes(15));
        await town.App.Send(town.People.TenantA, new LeaveMeetingCommand(meeting, town.People.SeatA));
        town.App.Clock.Advance(TimeSpan.FromMinutes(15));
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        MeetingTown.Granted(await town.App.SendAsProcess(new DraftMinutesCommand(meeting)));

        var minutes = await town.App.Db(db => db.MinutesTexts.SingleAsync());
        Assert.Equal((1, MeetingStage.MinutesDrafted), (minutes.Number, (await town.Meeting(meeting)).Stage));
        string[] expected =
        [
            "# Lift meeting", "金虹桥议事会 Jinhongqiao council · 第1次会议 Meeting 1",
            "- 时间 Held: 2026年11月10日（星期二）14:00 Tuesday 10 November 2026, 14:00 – 15:00",
            "- 主持人 Chair: 陈召集人 Convenor Chen",
            "| Galaxy Tech | 星河科技 Galaxy Tech | 吴女士 Ms Wu | 14:00 | 14:45 |",
            "| Blue Harbour | 蓝港贸易 Blue Harbour | 钱先生 Mr Qian | 14:20 | 至结束 to the end |",
            "缺席 Absent: Jinhongqiao Property、Yunfan Law",
            "开会时实到2席，应到5席。2 of 5 seats were present at the opening.",
            "### 1. Freight elevator", "- 议题编号 Proposal: 1", "- 结论 Decision: 提交表决 to the vote",
            "- 时间 Time: 14:30，在场3席 with 3 seats present", "- 说明 Note: All heard \\| agreed",
            "- 结论 Decision: 延期审议 deferred",
        ];
        var lines = minutes.Text.Split('\n');
        Assert.All(expected, line => Assert.Contains(line, lines));
    }

    [Fact]
    public async Task What_people_typed_cannot_become_markup()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(meeting, Title: "<script>x</script> **[a](javascript:b)**"));
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        await town.App.SendAsProcess(new DraftMinutesCommand(meeting));

        var text = (await town.App.Db(db => db.MinutesTexts.SingleAsync())).Text;
        Assert.DoesNotContain("<script>", text.Replace("\\<", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("[a](", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_there_is_one_draft()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => town.App.SendAsProcess(new DraftMinutesCommand(meeting))));

        Assert.Equal(1, await town.App.Db(db => db.MinutesTexts.CountAsync()));
    }

    [Fact]
    public async Task Nothing_is_drafted_of_a_meeting_that_goes_on()
    {
        await using var town = await MeetingTown.Start();

        MeetingTown.Granted(await town.App.SendAsProcess(new DraftMinutesCommand(await town.InSession())));

        Assert.Equal(0, await town.App.Db(db => db.MinutesTexts.CountAsync()));
    }

    [Fact]
    public async Task Only_the_server_sends_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new DraftMinutesCommand(await town.InSession()));
    }
}
