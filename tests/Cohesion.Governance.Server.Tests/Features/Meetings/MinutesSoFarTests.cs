using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.DraftMinutes;
using Cohesion.Governance.Server.Features.Meetings.LeaveMeeting;
using Cohesion.Governance.Server.Features.Meetings.MinutesSoFar;
using Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class MinutesSoFarTests
{
    [Fact]
    public async Task They_say_who_is_there_what_was_decided_what_is_being_dealt_with_and_what_is_left()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession(await town.Proposal(), await town.Proposal(), await town.Proposal());
        var agenda = await town.Agenda(meeting);
        town.App.Clock.Advance(TimeSpan.FromMinutes(20));
        await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting)));
        town.App.Clock.Advance(TimeSpan.FromMinutes(10));
        await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, agenda[0].Id, AgendaDecision.ToVote, "All heard | agreed"));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, agenda[1].Id)));
        town.App.Clock.Advance(TimeSpan.FromMinutes(15));
        await town.App.Send(town.People.TenantA, new LeaveMeetingCommand(meeting, town.People.SeatA));

        var soFar = MeetingTown.Granted(await town.App.Send(town.People.Observer, new MinutesSoFarQuery(meeting)));

        string[] expected =
        [
            "- 时间 Held: 2026年11月10日（星期二）14:00 Tuesday 10 November 2026, 14:00 – 尚未闭会 not closed yet",
            "| Galaxy Tech | 星河科技 Galaxy Tech | 吴女士 Ms Wu | 14:00 | 14:45 |",
            "| Blue Harbour | 蓝港贸易 Blue Harbour | 钱先生 Mr Qian | 14:20 | 在场 present |",
            "尚未到会 Not come yet: Jinhongqiao Property、Yunfan Law",
            "开会时实到2席，应到5席。2 of 5 seats were present at the opening.",
            "- 结论 Decision: 提交表决 to the vote", "- 时间 Time: 14:30，在场3席 with 3 seats present", "- 说明 Note: All heard \\| agreed",
            "- 结论 Decision: 正在审议 being dealt with", "- 结论 Decision: 尚未审议 not dealt with yet",
        ];
        var lines = soFar.Text.Split('\n');
        Assert.All(expected, line => Assert.Contains(line, lines));
        Assert.Equal((MeetingTown.Hour.AddMinutes(45), "Asia/Shanghai"), (soFar.At, soFar.TimeZone));
        Assert.Equal(0, await town.App.Db(db => db.MinutesTexts.CountAsync()));
    }

    [Fact]
    public async Task The_draft_at_the_end_says_what_they_said_and_that_it_is_over()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        var soFar = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new MinutesSoFarQuery(meeting)));
        town.App.Clock.Advance(TimeSpan.FromHours(1));
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));
        await town.App.SendAsProcess(new DraftMinutesCommand(meeting));

        var draft = await town.App.Db(db => db.MinutesTexts.Select(m => m.Text).SingleAsync());

        Assert.Equal(
            draft,
            soFar.Text.Replace("尚未闭会 not closed yet", "15:00", StringComparison.Ordinal).Replace("在场 present", "至结束 to the end", StringComparison.Ordinal)
                .Replace("尚未到会 Not come yet", "缺席 Absent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_the_session_and_after_it_there_are_none()
    {
        await using var ahead = await MeetingTown.Start();
        await using var over = await MeetingTown.Start();
        var atTheDoor = await ahead.AtTheDoor();
        var ended = await over.WithDraftMinutes();

        var before = await ahead.App.Send(ahead.People.TenantA, new MinutesSoFarQuery(atTheDoor));
        var after = await over.App.Send(over.People.TenantA, new MinutesSoFarQuery(ended));

        Assert.Equal(new MeetingStageWrong(MeetingStage.CheckIn), before.Refusal);
        Assert.Equal(new MeetingStageWrong(MeetingStage.MinutesDrafted), after.Refusal);
    }

    [Fact]
    public async Task People_of_another_council_learn_nothing()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new MinutesSoFarQuery(await town.InSession()));
    }
}
