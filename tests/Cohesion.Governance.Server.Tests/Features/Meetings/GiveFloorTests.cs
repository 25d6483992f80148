using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.AskToSpeak;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.EndSpeech;
using Cohesion.Governance.Server.Features.Meetings.GiveFloor;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class GiveFloorTests
{
    [Fact]
    public async Task Seats_speak_in_the_order_in_which_they_asked()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await SpeakersRoom.Come(town, meeting);

        MeetingTown.Granted(await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB)));
        town.App.Clock.Advance(TimeSpan.FromSeconds(10));
        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA)));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting)));

        Assert.Equal([("Blue Harbour", true), ("Galaxy Tech", false)], await SpeakersRoom.List(town, meeting));
        town.App.Clock.Advance(TimeSpan.FromMinutes(3));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting)));
        Assert.Equal([("Galaxy Tech", true)], await SpeakersRoom.List(town, meeting));
        var first = await town.App.Db(db => db.SpeakerTurns.SingleAsync(t => t.SeatId == town.People.SeatB));
        Assert.Equal(TimeSpan.FromMinutes(3), first.EndedAt - first.BeganAt);
    }

    [Fact]
    public async Task The_chair_may_call_somebody_out_of_turn_and_record_that_he_has_finished()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await SpeakersRoom.Come(town, meeting);
        await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB));
        town.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new GiveFloorCommand(meeting, town.People.SeatA)));
        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new EndSpeechCommand(meeting)));

        Assert.Equal([("Blue Harbour", false)], await SpeakersRoom.List(town, meeting));
    }

    [Fact]
    public async Task Of_two_who_give_the_floor_at_once_each_calls_another_and_one_speaks()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await SpeakersRoom.Come(town, meeting);
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        town.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB));

        var both = await Task.WhenAll(
            town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting)), town.App.Send(town.People.Secretary, new GiveFloorCommand(meeting)));

        Assert.All(both, b => Assert.True(b.IsGranted));
        Assert.Equal(1, await town.App.Db(db => db.SpeakerTurns.CountAsync(t => t.BeganAt != null && t.EndedAt == null)));
    }

    [Fact]
    public async Task Somebody_who_does_not_wait_cannot_be_called()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await SpeakersRoom.Come(town, meeting);
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));

        Assert.IsType<NotOnSpeakersList>((await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting, town.People.SeatB))).Refusal);
    }

    [Fact]
    public async Task Where_nobody_waits_nobody_is_called()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.IsType<NobodyWaitsToSpeak>((await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting))).Refusal);
    }

    [Fact]
    public async Task Only_the_chair_and_the_secretary_give_the_floor()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.IsType<OfficeNeeded>((await town.App.Send(town.People.TenantA, new GiveFloorCommand(meeting))).Refusal);
        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new GiveFloorCommand(meeting))).Refusal);
    }

    [Fact]
    public async Task Refuses_once_the_meeting_is_closed()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting))).Refusal);
    }
}
