using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.AddAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.AskToSpeak;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.EndSpeech;
using Cohesion.Governance.Server.Features.Meetings.GiveFloor;
using Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class AskToSpeakTests
{
    [Fact]
    public async Task The_secretary_puts_down_who_raised_a_hand_under_the_name_of_who_came()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await SpeakersRoom.Come(town, meeting);

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new AskToSpeakCommand(meeting, town.People.SeatB)));

        Assert.Equal(town.People.TenantB, await town.App.Db(db => db.SpeakerTurns.Select(t => t.PersonId).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_asks_for_another_seat()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await SpeakersRoom.Come(town, meeting);

        Assert.IsType<SpeaksForOwnSeat>((await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatB))).Refusal);
    }

    [Fact]
    public async Task A_seat_that_is_not_there_is_not_put_on_the_list()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.IsType<SeatNotPresent>((await town.App.Send(town.People.TenantC, new AskToSpeakCommand(meeting, town.People.SeatC))).Refusal);
    }

    [Fact]
    public async Task Asking_twice_is_refused_while_the_seat_waits_or_speaks_and_not_after()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        var ask = new AskToSpeakCommand(meeting, town.People.SeatA);
        await town.App.Send(town.People.TenantA, ask);

        Assert.IsType<OnSpeakersListAlready>((await town.App.Send(town.People.TenantA, ask)).Refusal);
        await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting));
        Assert.IsType<OnSpeakersListAlready>((await town.App.Send(town.People.TenantA, ask)).Refusal);
        await town.App.Send(town.People.Convenor, new EndSpeechCommand(meeting));
        MeetingTown.Granted(await town.App.Send(town.People.TenantA, ask));
    }

    [Fact]
    public async Task Of_two_requests_of_a_seat_at_once_one_is_on_the_list()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA))));

        Assert.Single(both, b => b.IsGranted);
        Assert.IsType<OnSpeakersListAlready>(both.Single(b => !b.IsGranted).Refusal);
        Assert.Equal(1, await town.App.Db(db => db.SpeakerTurns.CountAsync()));
    }

    [Fact]
    public async Task The_next_item_has_a_list_of_its_own_and_ends_the_speech()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await SpeakersRoom.Come(town, meeting);
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        town.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB));
        await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting));
        await town.App.Send(town.People.Convenor, new AddAgendaItemCommand(meeting, Title: "The bicycle shed"));
        var item = await town.App.Db(db => db.AgendaItems.Where(i => i.MeetingId == meeting).Select(i => i.Id).SingleAsync());

        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, item)));

        Assert.Empty(await SpeakersRoom.List(town, meeting));
        Assert.NotNull(await town.App.Db(db => db.SpeakerTurns.Where(t => t.SeatId == town.People.SeatA).Select(t => t.EndedAt).SingleAsync()));
        MeetingTown.Granted(await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB)));
    }

    [Fact]
    public async Task Somebody_of_another_council_finds_nothing()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new AskToSpeakCommand(meeting, town.People.SeatA))).Refusal);
    }

    [Fact]
    public async Task Refuses_once_the_meeting_is_closed()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA))).Refusal);
    }
}
