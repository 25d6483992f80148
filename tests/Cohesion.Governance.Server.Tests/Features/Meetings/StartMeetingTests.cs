using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.LeaveMeeting;
using Cohesion.Governance.Server.Features.Meetings.OpenCheckIn;
using Cohesion.Governance.Server.Features.Meetings.StartMeeting;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class StartMeetingTests
{
    [Fact]
    public async Task With_two_thirds_of_the_heads_there_the_chair_opens_it()
    {
        await using var town = await MeetingTown.Start(TestRules.OneCall);
        var meeting = await town.AtTheDoor();
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting)));
        await town.App.Send(town.People.TenantC, new CheckInCommand(meeting, town.People.SeatC, Code: town.Wall(meeting)));

        // Three of five are 0.6, below two thirds; four are enough.
        var refusal = (await town.App.Send(town.People.Convenor, new StartMeetingCommand(meeting))).Refusal;
        await town.App.Send(town.People.Property, new CheckInCommand(meeting, town.People.PropertySeat, Code: town.Wall(meeting)));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new StartMeetingCommand(meeting)));

        var reading = Assert.IsType<QuorumNotMet>(refusal).Reading;
        Assert.Equal((3, 5), (reading.SeatsPresent, reading.SeatsInAll));
        Assert.Contains("应到5席，实到3席", refusal.Message.Zh, StringComparison.Ordinal);
        var row = await town.Meeting(meeting);
        Assert.Equal((MeetingStage.InSession, MeetingTown.Hour, town.People.Convenor), (row.Stage, row.OpenedAt!.Value, row.ChairPersonId!.Value));
        Assert.Equal("meeting.started", (await town.Events(meeting))[^1].Name);
    }

    [Fact]
    public async Task Whoever_has_left_does_not_count()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        await town.App.Send(town.People.TenantA, new LeaveMeetingCommand(meeting, town.People.SeatA));

        Assert.IsType<QuorumNotMet>((await town.App.Send(town.People.Convenor, new StartMeetingCommand(meeting))).Refusal);
    }

    [Fact]
    public async Task Without_a_rule_one_seat_is_enough_and_none_is_not()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        var nobody = await town.App.Send(town.People.Secretary, new StartMeetingCommand(meeting));
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        var one = await town.App.Send(town.People.Secretary, new StartMeetingCommand(meeting));

        Assert.IsType<QuorumNotMet>(nobody.Refusal);
        Assert.True(one.IsGranted);
    }

    [Fact]
    public async Task Refuses_before_the_hour_of_the_notice()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddTicks(-1));
        await town.App.SendAsProcess(new OpenCheckInCommand(meeting));
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));

        var refusal = (await town.App.Send(town.People.Convenor, new StartMeetingCommand(meeting))).Refusal;

        Assert.Contains("14:00", Assert.IsType<TooEarlyToStart>(refusal).Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_before_check_in_opens()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.Convenor, new StartMeetingCommand(await town.Noticed()))).Refusal);
    }

    [Fact]
    public async Task Opened_by_two_at_once_it_has_one_chair()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));

        var outcomes = await Task.WhenAll(
            town.App.Send(town.People.Convenor, new StartMeetingCommand(meeting)), town.App.Send(town.People.Secretary, new StartMeetingCommand(meeting)));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is MeetingAlreadyStarted);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_the_convenor_of_this_council()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new StartMeetingCommand(await town.AtTheDoor()), town.People.Property, town.People.TenantA, town.People.PartyCommittee);
    }
}
