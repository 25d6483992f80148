using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.CancelMeeting;
using Cohesion.Governance.Server.Features.Meetings.OpenCheckIn;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class OpenCheckInTests
{
    [Fact]
    public async Task Check_in_opens_and_those_who_act_for_seats_are_told()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        MeetingTown.Granted(await town.App.SendAsProcess(new OpenCheckInCommand(meeting)));

        Assert.Equal(MeetingStage.CheckIn, (await town.Meeting(meeting)).Stage);
        Assert.Equal(5, (await town.Told("meeting.check-in")).Count);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_nobody_is_told_twice()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => town.App.SendAsProcess(new OpenCheckInCommand(meeting))));

        Assert.Equal(5, (await town.Told("meeting.check-in")).Count);
    }

    [Fact]
    public async Task A_meeting_that_was_called_off_stays_so()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Flood"));

        MeetingTown.Granted(await town.App.SendAsProcess(new OpenCheckInCommand(meeting)));

        Assert.Equal(MeetingStage.Cancelled, (await town.Meeting(meeting)).Stage);
    }

    [Fact]
    public async Task Only_the_server_sends_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new OpenCheckInCommand(await town.Noticed()));
    }
}
