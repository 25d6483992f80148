using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.LeaveMeeting;
using Cohesion.Governance.Server.Features.Meetings.OpenCheckIn;
using Cohesion.Governance.Server.Features.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class CheckInTests
{
    private static Task<List<Attendance>> Stays(MeetingTown town) => town.App.Db(db => db.Attendances.OrderBy(a => a.Stay).ToListAsync());

    [Fact]
    public async Task Whoever_acts_for_a_seat_checks_it_in()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting))));

        var stay = Assert.Single(await Stays(town));
        Assert.Equal(
            (town.People.SeatA, town.People.TenantA, town.People.TenantA, MeetingTown.Hour, 1), (stay.SeatId, stay.PersonId, stay.RecordedByPersonId, stay.ArrivedAt, stay.Call));
        Assert.Equal("meeting.attendance", Assert.Single(await town.Events(meeting)).Name);
    }

    [Fact]
    public async Task The_secretary_records_who_came_for_another_seat()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new CheckInCommand(meeting, town.People.SeatB, town.People.TenantB)));

        var stay = Assert.Single(await Stays(town));
        Assert.Equal((town.People.TenantB, town.People.Secretary), (stay.PersonId, stay.RecordedByPersonId));
    }

    [Fact]
    public async Task The_secretary_must_say_who_came()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        Assert.IsType<WhoCameNeeded>((await town.App.Send(town.People.Secretary, new CheckInCommand(meeting, town.People.SeatB))).Refusal);
    }

    [Fact]
    public async Task Whoever_came_must_take_part_in_the_council()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        Assert.IsType<AttendeeUnknown>((await town.App.Send(town.People.Secretary, new CheckInCommand(meeting, town.People.SeatB, town.People.Outsider))).Refusal);
    }

    [Fact]
    public async Task Nobody_checks_in_a_seat_that_is_not_his_or_for_somebody_else()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        Assert.IsType<OwnSeatOnly>((await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting)))).Refusal);
        Assert.IsType<OwnSeatOnly>((await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, town.People.TenantB))).Refusal);
        Assert.Empty(await Stays(town));
    }

    [Fact]
    public async Task Refuses_before_check_in_opens()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        Assert.IsType<CheckInNotOpen>((await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)))).Refusal);
    }

    [Fact]
    public async Task Late_arrivals_check_in_during_the_session()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        town.App.Clock.Advance(TimeSpan.FromMinutes(20));

        MeetingTown.Granted(await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting))));

        Assert.Contains(await Stays(town), s => s.SeatId == town.People.SeatB && s.ArrivedAt == MeetingTown.Hour.AddMinutes(20));
    }

    [Fact]
    public async Task A_seat_that_is_no_longer_in_the_register_is_refused()
    {
        await using var town = await MeetingTown.Start();
        await town.App.Db(async db =>
        {
            (await db.Councils.SingleAsync(c => c.Id == town.People.CouncilId)).RegisterVersion = 2;
            (await db.SeatEntries.SingleAsync(s => s.SeatId == town.People.SeatC)).ToVersion = 2;
            db.RegisterVersions.Add(new RegisterVersion { CouncilId = town.People.CouncilId, Number = 2, At = MeetingTown.Hour, ByPersonId = town.People.Secretary, Note = "moved out" });
        });
        var meeting = await town.AtTheDoor();

        Assert.IsType<SeatNotInRegister>((await town.App.Send(town.People.TenantC, new CheckInCommand(meeting, town.People.SeatC, Code: town.Wall(meeting)))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_the_seat_is_there_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));

        Assert.IsType<AlreadyCheckedIn>((await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)))).Refusal);
        Assert.Single(await Stays(town));
    }

    [Fact]
    public async Task Checked_in_by_two_at_once_the_seat_is_there_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        var outcomes = await Task.WhenAll(
            town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting))),
            town.App.Send(town.People.Secretary, new CheckInCommand(meeting, town.People.SeatA, town.People.TenantA)));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is AlreadyCheckedIn);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_row_for_one_stay()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        Attendance Row() => new()
        {
            Id = Guid.CreateVersion7(MeetingTown.Hour), MeetingId = meeting, Call = 1, SeatId = town.People.SeatA, Stay = 1,
            PersonId = town.People.TenantA, ArrivedAt = MeetingTown.Hour, RecordedByPersonId = town.People.TenantA,
        };

        await Assert.ThrowsAsync<DbUpdateException>(() => town.App.Db(db =>
        {
            db.Attendances.AddRange(Row(), Row());
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public async Task Whoever_comes_back_after_leaving_has_a_second_stay()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        await town.App.Send(town.People.TenantA, new LeaveMeetingCommand(meeting, town.People.SeatA));

        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting))));

        Assert.Equal([1, 2], (await Stays(town)).Select(s => s.Stay));
    }

    [Fact]
    public async Task Before_the_hour_nobody_wakes_the_process()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();
        await town.App.SendAsProcess(new OpenCheckInCommand(meeting));

        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting))));

        Assert.Empty(await town.Events(meeting));
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_those_who_act_for_seats_of_this_council()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new CheckInCommand(await town.AtTheDoor(), town.People.SeatA), town.People.Observer, town.People.Auditor, town.People.PartyCommittee);
    }

    [Fact]
    public async Task Nobody_checks_himself_in_from_elsewhere()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        Assert.IsType<CheckInCodeNeeded>((await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA))).Refusal);
        Assert.IsType<CheckInCodeNeeded>((await town.App.Send(town.People.Convenor, new CheckInCommand(meeting, town.People.StreetSeat, Code: " "))).Refusal);
        Assert.Empty(await Stays(town));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(600, false)]
    public async Task A_code_is_taken_until_half_a_minute_after_it_left_the_wall(int seconds, bool taken)
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        var code = town.Wall(meeting);
        town.App.Clock.Advance(TimeSpan.FromSeconds(seconds));

        var outcome = await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: code));

        Assert.Equal(taken ? null : typeof(CheckInCodeWrong), outcome.Refusal?.GetType());
    }

    [Fact]
    public async Task A_code_is_read_as_people_type_it()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        var code = town.Wall(meeting);
        var wide = string.Concat(code.Select(c => (char)(c - '0' + '０')));

        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: $" {code[..3]} {code[3..]} ")));
        MeetingTown.Granted(await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: wide)));
    }

    [Fact]
    public async Task The_code_of_another_meeting_does_not_serve()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        var others = Enumerable.Range(0, 20).Select(_ => town.Wall(Guid.CreateVersion7(MeetingTown.Hour))).Distinct().ToList();

        Assert.True(others.Count > 10);
        Assert.IsType<CheckInCodeWrong>((await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: others.Find(c => c != town.Wall(meeting))))).Refusal);
    }

    [Fact]
    public async Task Another_server_over_the_same_folder_shows_the_same_code()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        await using var other = town.App.Restart();

        Assert.Equal(town.Wall(meeting), other.Services.GetRequiredService<CheckInCodes>().Now(meeting));
        Assert.True(File.Exists(Path.Combine(town.App.Folder, "check-in.key")));
    }

    [Fact]
    public async Task After_five_wrong_codes_none_is_looked_at_for_five_minutes()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        CheckInCommand With(string code) => new(meeting, town.People.SeatA, Code: code);
        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<CheckInCodeWrong>((await town.App.Send(town.People.TenantA, With("x"))).Refusal);
        }

        Assert.IsType<CheckInCodeGuessed>((await town.App.Send(town.People.TenantA, With(town.Wall(meeting)))).Refusal);
        MeetingTown.Granted(await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting))));
        town.App.Clock.Advance(TimeSpan.FromMinutes(5));
        MeetingTown.Granted(await town.App.Send(town.People.TenantA, With(town.Wall(meeting))));
    }

    [Fact]
    public async Task The_code_stands_in_no_journal()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        var code = town.Wall(meeting);

        MeetingTown.Granted(await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: code)));

        var entry = await town.App.Db(db => db.Journal.OrderBy(e => e.Sequence).LastAsync());
        Assert.Equal("CheckIn", entry.Command);
        Assert.DoesNotContain("code", entry.Content, StringComparison.Ordinal);
    }
}
