using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Meetings.CancelMeeting;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.ConfirmMinutes;
using Cohesion.Governance.Server.Features.Meetings.StartMeeting;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

/// <summary>Meetings from beginning to end through workflows/meeting.json, the engine and the database.</summary>
public sealed class MeetingProcessTests
{
    private static Task<ProcessStatus> StatusOf(MeetingTown town, Guid meeting) =>
        town.App.Db(db => db.ProcessInstances.Where(i => i.Id == ProcessOutbox.InstanceOf("meeting", meeting)).Select(i => i.Status).SingleAsync());

    private static async Task<MeetingStage> StageOf(MeetingTown town, Guid meeting) => (await town.Meeting(meeting)).Stage;

    [Fact]
    public void The_checker_accepts_the_file_with_the_activities_of_this_server()
    {
        var file = File.ReadAllText(Path.Combine(MeetingTown.RepositoryFolder(), "meeting.json"));

        var reading = WorkflowReader.Read(file, "meeting.json", new GovernanceActivities().Catalogue);

        Assert.Empty(reading.Problems);
    }

    [Fact]
    public async Task A_meeting_runs_from_its_notice_to_its_published_minutes()
    {
        await using var town = await MeetingTown.Start(TestRules.OneCall);
        var meeting = await town.Planned(await town.Proposal());
        await town.Run();
        Assert.Equal(MeetingStage.Noticed, await StageOf(town, meeting));

        await town.GoTo(MeetingTown.Hour.AddDays(-3).AddTicks(-1));
        Assert.Empty(await town.Told("meeting.reminder"));
        await town.GoTo(MeetingTown.Hour.AddDays(-3));
        Assert.Single(await town.Told("meeting.reminder"), n => n.PersonId == town.People.TenantA);
        await town.GoTo(MeetingTown.Hour.AddDays(-1));
        Assert.Equal(2, (await town.Told("meeting.reminder")).Count(n => n.PersonId == town.People.TenantA));
        await town.GoTo(MeetingTown.Hour.AddHours(-1));
        Assert.Equal(MeetingStage.CheckIn, await StageOf(town, meeting));

        await town.GoTo(MeetingTown.Hour);
        foreach (var (person, seat) in new[] { (town.People.TenantA, town.People.SeatA), (town.People.TenantB, town.People.SeatB), (town.People.TenantC, town.People.SeatC), (town.People.Convenor, town.People.StreetSeat) })
        {
            MeetingTown.Granted(await town.App.Send(person, new CheckInCommand(meeting, seat, Code: town.Wall(meeting))));
            await town.Run();
        }

        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new StartMeetingCommand(meeting)));
        await town.GoTo(MeetingTown.Hour.AddHours(2));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting)));
        await town.Run();
        Assert.Equal(MeetingStage.MinutesDrafted, await StageOf(town, meeting));
        var until = MeetingTown.Hour.AddHours(2).AddDays(3);
        Assert.Equal(until, (await town.Meeting(meeting)).CorrectionsUntil);

        await town.GoTo(until);
        Assert.Empty(await town.Told("meeting.waits"));
        await town.GoTo(until.AddDays(2));
        Assert.Equal(2, (await town.Told("meeting.waits")).Count);
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new ConfirmMinutesCommand(meeting)));
        await town.Run();

        Assert.Equal(MeetingStage.MinutesPublished, await StageOf(town, meeting));
        Assert.Equal(ProcessStatus.Finished, await StatusOf(town, meeting));
    }

    [Fact]
    public async Task The_quorum_may_come_together_within_the_grace()
    {
        await using var town = await MeetingTown.Start(TestRules.TwoCalls);
        var meeting = await town.Planned();
        await town.Run();
        await town.GoTo(MeetingTown.Hour.AddHours(-1));
        await town.GoTo(MeetingTown.Hour);
        await town.GoTo(MeetingTown.Hour.AddMinutes(29));
        foreach (var (person, seat) in new[] { (town.People.TenantA, town.People.SeatA), (town.People.TenantB, town.People.SeatB), (town.People.TenantC, town.People.SeatC), (town.People.Convenor, town.People.StreetSeat) })
        {
            await town.App.Send(person, new CheckInCommand(meeting, seat, Code: town.Wall(meeting)));
        }

        await town.Run();
        await town.GoTo(MeetingTown.Hour.AddMinutes(30));

        var row = await town.Meeting(meeting);
        Assert.Equal((1, MeetingStage.CheckIn), (row.Call, row.Stage));
        Assert.True((await town.App.Send(town.People.Secretary, new StartMeetingCommand(meeting))).IsGranted);
    }

    [Fact]
    public async Task Without_quorum_it_is_called_again_and_then_held_with_the_second_quorum()
    {
        await using var town = await MeetingTown.Start(TestRules.TwoCalls);
        var meeting = await town.Planned(await town.Proposal());
        await town.Run();
        await town.GoTo(MeetingTown.Hour.AddHours(-1));
        await town.GoTo(MeetingTown.Hour);
        await town.GoTo(MeetingTown.Hour.AddMinutes(30).AddTicks(-1));
        Assert.Equal(1, (await town.Meeting(meeting)).Call);

        await town.GoTo(MeetingTown.Hour.AddMinutes(30));
        var row = await town.Meeting(meeting);
        Assert.Equal((2, MeetingStage.Noticed, MeetingTown.Hour.AddDays(7)), (row.Call, row.Stage, row.StartsAt));
        Assert.Equal(2, (await town.Told("meeting.notice")).Count(n => n.PersonId == town.People.TenantA));

        await town.GoTo(MeetingTown.Hour.AddDays(6));
        await town.GoTo(MeetingTown.Hour.AddDays(7).AddHours(-1));
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting)));
        await town.GoTo(MeetingTown.Hour.AddDays(7));
        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new StartMeetingCommand(meeting)));
        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new CloseMeetingCommand(meeting)));
        await town.Run();

        Assert.Equal(MeetingStage.MinutesDrafted, await StageOf(town, meeting));
        Assert.Contains("再次召集 Second call", (await town.App.Db(db => db.MinutesTexts.SingleAsync())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_quorum_and_without_a_second_call_in_the_rule_it_ends_and_its_proposals_wait()
    {
        await using var town = await MeetingTown.Start(TestRules.OneCall);
        var proposal = await town.Proposal();
        var meeting = await town.Planned(proposal);
        await town.Run();
        await town.GoTo(MeetingTown.Hour.AddHours(-1));
        await town.GoTo(MeetingTown.Hour);
        await town.GoTo(MeetingTown.Hour.AddMinutes(30));

        Assert.Equal(MeetingStage.NoQuorum, await StageOf(town, meeting));
        Assert.Equal(ProposalStage.AwaitingAgenda, (await town.ProposalRow(proposal)).Stage);
        Assert.Equal(ProcessStatus.Finished, await StatusOf(town, meeting));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7 * 24)]
    [InlineData(-2 * 24)]
    [InlineData(-2)]
    [InlineData(-0.5)]
    [InlineData(0.2)]
    public async Task Called_off_at_any_time_before_it_is_opened_its_process_ends(double hoursFromBeginOrMeeting)
    {
        await using var town = await MeetingTown.Start(TestRules.TwoCalls);
        var meeting = await town.Planned();
        if (hoursFromBeginOrMeeting != 0)
        {
            await town.Run();
            foreach (var stop in new[] { -3 * 24.0, -24, -1, 0 }.Where(stop => stop <= hoursFromBeginOrMeeting))
            {
                await town.GoTo(MeetingTown.Hour.AddHours(stop));
            }

            await town.GoTo(MeetingTown.Hour.AddHours(hoursFromBeginOrMeeting));
        }

        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Flood")));
        await town.Run();

        Assert.Equal(ProcessStatus.Finished, await StatusOf(town, meeting));
        Assert.Equal(MeetingStage.Cancelled, await StageOf(town, meeting));
    }

    [Fact]
    public async Task A_quorate_meeting_that_nobody_opens_reminds_the_chair_and_can_still_be_called_off()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();
        await town.Run();
        await town.GoTo(MeetingTown.Hour.AddHours(-1));
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        await town.GoTo(MeetingTown.Hour);
        await town.GoTo(MeetingTown.Hour.AddHours(3));
        await town.GoTo(MeetingTown.Hour.AddHours(6));

        Assert.Equal(4, (await town.Told("meeting.waits")).Count);
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Nobody to chair it"));
        await town.Run();
        Assert.Equal(ProcessStatus.Finished, await StatusOf(town, meeting));
    }

    [Fact]
    public async Task A_server_that_was_down_over_everything_catches_up_without_a_reminder_too_many()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();
        await town.Run();

        await town.GoTo(MeetingTown.Hour.AddMinutes(10));

        Assert.Equal(MeetingStage.CheckIn, await StageOf(town, meeting));
        Assert.True((await town.Told("meeting.reminder")).Count(n => n.PersonId == town.People.TenantA) <= 1);
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        await town.Run();
        Assert.True((await town.App.Send(town.People.Secretary, new StartMeetingCommand(meeting))).IsGranted);
    }

    [Fact]
    public async Task Killed_after_any_step_the_next_server_goes_on_from_there()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();
        await town.Run();
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(-3));

        // Another process over the same files, as after kill -9: nothing but the database is left.
        await using (var next = town.App.Restart())
        {
            var work = (IProcessWork)next.Services.GetService(typeof(IProcessWork))!;
            while (await work.RunDue(default) > 0)
            {
                // Until nothing is due.
            }
        }

        await town.Run();
        Assert.Single(await town.Told("meeting.reminder"), n => n.PersonId == town.People.TenantA);
        Assert.Single(await town.Told("meeting.notice"), n => n.PersonId == town.People.TenantA);
        Assert.Equal(ProcessStatus.Waiting, await StatusOf(town, meeting));
    }
}
