using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.AddAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.AskToSpeak;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.EndSpeech;
using Cohesion.Governance.Server.Features.Meetings.GiveFloor;
using Cohesion.Governance.Server.Features.Meetings.MeetingPage;
using Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.WithdrawFromSpeakers;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

/// <summary>The four commands of the speakers' list, which say little without each other.</summary>
public sealed class SpeakersListTests
{
    [Fact]
    public async Task Seats_speak_in_the_order_in_which_they_asked()
    {
        await using var town = await Room();
        var meeting = await town.InSession();
        await Come(town, meeting);

        MeetingTown.Granted(await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB)));
        town.App.Clock.Advance(TimeSpan.FromSeconds(10));
        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA)));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting)));

        Assert.Equal([("Blue Harbour", true), ("Galaxy Tech", false)], await List(town, meeting));
        town.App.Clock.Advance(TimeSpan.FromMinutes(3));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting)));
        Assert.Equal([("Galaxy Tech", true)], await List(town, meeting));
        var first = await town.App.Db(db => db.SpeakerTurns.SingleAsync(t => t.SeatId == town.People.SeatB));
        Assert.Equal(TimeSpan.FromMinutes(3), first.EndedAt - first.BeganAt);
    }

    [Fact]
    public async Task The_chair_may_call_somebody_out_of_turn_and_record_that_he_has_finished()
    {
        await using var town = await Room();
        var meeting = await town.InSession();
        await Come(town, meeting);
        await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB));
        town.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new GiveFloorCommand(meeting, town.People.SeatA)));
        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new EndSpeechCommand(meeting)));

        Assert.Equal([("Blue Harbour", false)], await List(town, meeting));
    }

    [Fact]
    public async Task The_secretary_puts_down_who_raised_a_hand_under_the_name_of_who_came()
    {
        await using var town = await Room();
        var meeting = await town.InSession();
        await Come(town, meeting);

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new AskToSpeakCommand(meeting, town.People.SeatB)));

        Assert.Equal(town.People.TenantB, await town.App.Db(db => db.SpeakerTurns.Select(t => t.PersonId).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_asks_or_takes_back_for_another_seat()
    {
        await using var town = await Room();
        var meeting = await town.InSession();
        await Come(town, meeting);
        await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB));

        Assert.IsType<SpeaksForOwnSeat>((await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatB))).Refusal);
        Assert.IsType<SpeaksForOwnSeat>((await town.App.Send(town.People.TenantA, new WithdrawFromSpeakersCommand(meeting, town.People.SeatB))).Refusal);
    }

    [Fact]
    public async Task Only_the_chair_and_the_secretary_give_the_floor()
    {
        await using var town = await Room();
        var meeting = await town.InSession();

        Assert.IsType<OfficeNeeded>((await town.App.Send(town.People.TenantA, new GiveFloorCommand(meeting))).Refusal);
        Assert.IsType<OfficeNeeded>((await town.App.Send(town.People.TenantA, new EndSpeechCommand(meeting))).Refusal);
        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new GiveFloorCommand(meeting))).Refusal);
        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new AskToSpeakCommand(meeting, town.People.SeatA))).Refusal);
    }

    [Fact]
    public async Task A_seat_that_is_not_there_is_not_put_on_the_list()
    {
        await using var town = await Room();
        var meeting = await town.InSession();

        Assert.IsType<SeatNotPresent>((await town.App.Send(town.People.TenantC, new AskToSpeakCommand(meeting, town.People.SeatC))).Refusal);
    }

    [Fact]
    public async Task Asking_twice_is_refused_while_the_seat_waits_or_speaks_and_not_after()
    {
        await using var town = await Room();
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
        await using var town = await Room();
        var meeting = await town.InSession();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA))));

        Assert.Single(both, b => b.IsGranted);
        Assert.IsType<OnSpeakersListAlready>(both.Single(b => !b.IsGranted).Refusal);
        Assert.Equal(1, await town.App.Db(db => db.SpeakerTurns.CountAsync()));
    }

    [Fact]
    public async Task Of_two_who_give_the_floor_at_once_each_calls_another_and_one_speaks()
    {
        await using var town = await Room();
        var meeting = await town.InSession();
        await Come(town, meeting);
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        town.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB));

        var both = await Task.WhenAll(
            town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting)), town.App.Send(town.People.Secretary, new GiveFloorCommand(meeting)));

        Assert.All(both, b => Assert.True(b.IsGranted));
        Assert.Equal(1, await town.App.Db(db => db.SpeakerTurns.CountAsync(t => t.BeganAt != null && t.EndedAt == null)));
    }

    [Fact]
    public async Task Taken_back_a_request_is_gone_and_cannot_be_taken_back_again()
    {
        await using var town = await Room();
        var meeting = await town.InSession();
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));

        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new WithdrawFromSpeakersCommand(meeting, town.People.SeatA)));

        Assert.IsType<NotOnSpeakersList>((await town.App.Send(town.People.TenantA, new WithdrawFromSpeakersCommand(meeting, town.People.SeatA))).Refusal);
        Assert.IsType<NobodyWaitsToSpeak>((await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting))).Refusal);
        Assert.IsType<NobodySpeaks>((await town.App.Send(town.People.Convenor, new EndSpeechCommand(meeting))).Refusal);
        Assert.Empty(await List(town, meeting));
    }

    [Fact]
    public async Task Somebody_who_does_not_wait_cannot_be_called()
    {
        await using var town = await Room();
        var meeting = await town.InSession();
        await Come(town, meeting);
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));

        Assert.IsType<NotOnSpeakersList>((await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting, town.People.SeatB))).Refusal);
    }

    [Fact]
    public async Task The_next_item_has_a_list_of_its_own_and_ends_the_speech()
    {
        await using var town = await Room();
        var meeting = await town.InSession();
        await Come(town, meeting);
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        town.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB));
        await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting));
        await town.App.Send(town.People.Convenor, new AddAgendaItemCommand(meeting, Title: "The bicycle shed"));
        var item = await town.App.Db(db => db.AgendaItems.Where(i => i.MeetingId == meeting).Select(i => i.Id).SingleAsync());

        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, item)));

        Assert.Empty(await List(town, meeting));
        Assert.NotNull(await town.App.Db(db => db.SpeakerTurns.Where(t => t.SeatId == town.People.SeatA).Select(t => t.EndedAt).SingleAsync()));
        MeetingTown.Granted(await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB)));
    }

    [Fact]
    public async Task Closing_ends_the_speech_and_the_list()
    {
        await using var town = await Room();
        var meeting = await town.InSession();
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting));

        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        Assert.NotNull(await town.App.Db(db => db.SpeakerTurns.Select(t => t.EndedAt).SingleAsync()));
        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA))).Refusal);
        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.TenantA, new WithdrawFromSpeakersCommand(meeting, town.People.SeatA))).Refusal);
        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.Convenor, new GiveFloorCommand(meeting))).Refusal);
        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.Convenor, new EndSpeechCommand(meeting))).Refusal);
    }

    private static Task<MeetingTown> Room() => MeetingTown.Start();

    // Galaxy Tech is there when the session opens; Blue Harbour comes too.
    private static async Task Come(MeetingTown town, Guid meeting) =>
        MeetingTown.Granted(await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB)));

    private static async Task<(string Seat, bool Speaks)[]> List(MeetingTown town, Guid meeting) =>
        [.. (await town.App.Send(town.People.Observer, new MeetingPageQuery(meeting))).Value.Speakers.Select(s => (s.Seat, s.BeganAt is not null))];
}
