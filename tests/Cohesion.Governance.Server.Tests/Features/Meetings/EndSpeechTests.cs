using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.AskToSpeak;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.EndSpeech;
using Cohesion.Governance.Server.Features.Meetings.GiveFloor;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class EndSpeechTests
{
    [Fact]
    public async Task Closing_the_meeting_ends_the_speech()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting));

        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        Assert.NotNull(await town.App.Db(db => db.SpeakerTurns.Select(t => t.EndedAt).SingleAsync()));
    }

    [Fact]
    public async Task Where_nobody_speaks_nothing_ends()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));

        Assert.IsType<NobodySpeaks>((await town.App.Send(town.People.Convenor, new EndSpeechCommand(meeting))).Refusal);
    }

    [Fact]
    public async Task Only_the_chair_and_the_secretary_record_that_somebody_has_finished()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.IsType<OfficeNeeded>((await town.App.Send(town.People.TenantA, new EndSpeechCommand(meeting))).Refusal);
        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new EndSpeechCommand(meeting))).Refusal);
    }

    [Fact]
    public async Task Refuses_once_the_meeting_is_closed()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.Convenor, new EndSpeechCommand(meeting))).Refusal);
    }
}
