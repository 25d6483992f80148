using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.LeaveMeeting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class LeaveMeetingTests
{
    [Fact]
    public async Task A_seat_leaves_early_and_the_time_is_kept()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        town.App.Clock.Advance(TimeSpan.FromMinutes(40));

        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new LeaveMeetingCommand(meeting, town.People.SeatA)));

        Assert.Equal(MeetingTown.Hour.AddMinutes(40), await town.App.Db(db => db.Attendances.Where(a => a.SeatId == town.People.SeatA).Select(a => a.LeftAt).SingleAsync()));
    }

    [Fact]
    public async Task The_secretary_records_that_somebody_left()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.True((await town.App.Send(town.People.Secretary, new LeaveMeetingCommand(meeting, town.People.SeatA))).IsGranted);
    }

    [Fact]
    public async Task Nobody_takes_another_seat_out()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.IsType<OwnSeatOnly>((await town.App.Send(town.People.TenantB, new LeaveMeetingCommand(meeting, town.People.SeatA))).Refusal);
    }

    [Fact]
    public async Task A_seat_that_is_not_there_cannot_leave()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Assert.IsType<NotCheckedIn>((await town.App.Send(town.People.TenantB, new LeaveMeetingCommand(meeting, town.People.SeatB))).Refusal);
    }

    [Fact]
    public async Task Refuses_once_the_meeting_is_closed()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        Assert.IsType<CheckInNotOpen>((await town.App.Send(town.People.TenantA, new LeaveMeetingCommand(meeting, town.People.SeatA))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_it_leaves_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        var outcomes = await Task.WhenAll(
            town.App.Send(town.People.TenantA, new LeaveMeetingCommand(meeting, town.People.SeatA)),
            town.App.Send(town.People.Secretary, new LeaveMeetingCommand(meeting, town.People.SeatA)));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is NotCheckedIn);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_those_who_act_for_seats_of_this_council()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new LeaveMeetingCommand(await town.InSession(), town.People.SeatA), town.People.Observer, town.People.VisitingWorker);
    }
}
