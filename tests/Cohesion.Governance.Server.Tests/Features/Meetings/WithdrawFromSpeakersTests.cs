using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.AskToSpeak;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.WithdrawFromSpeakers;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class WithdrawFromSpeakersTests
{
    [Fact]
    public async Task Taken_back_a_request_is_gone_and_cannot_be_taken_back_again()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));

        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new WithdrawFromSpeakersCommand(meeting, town.People.SeatA)));

        Assert.IsType<NotOnSpeakersList>((await town.App.Send(town.People.TenantA, new WithdrawFromSpeakersCommand(meeting, town.People.SeatA))).Refusal);
        Assert.Empty(await SpeakersRoom.List(town, meeting));
    }

    [Fact]
    public async Task Nobody_takes_another_seat_off_the_list()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await SpeakersRoom.Come(town, meeting);
        await town.App.Send(town.People.TenantB, new AskToSpeakCommand(meeting, town.People.SeatB));

        Assert.IsType<SpeaksForOwnSeat>((await town.App.Send(town.People.TenantA, new WithdrawFromSpeakersCommand(meeting, town.People.SeatB))).Refusal);
    }

    [Fact]
    public async Task Somebody_of_another_council_finds_nothing()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new WithdrawFromSpeakersCommand(meeting, town.People.SeatA))).Refusal);
    }

    [Fact]
    public async Task Refuses_once_the_meeting_is_closed()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.TenantA, new AskToSpeakCommand(meeting, town.People.SeatA));
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        Assert.IsType<MeetingStageWrong>((await town.App.Send(town.People.TenantA, new WithdrawFromSpeakersCommand(meeting, town.People.SeatA))).Refusal);
    }
}
