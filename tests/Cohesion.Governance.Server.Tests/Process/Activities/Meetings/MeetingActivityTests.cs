using System.Text.Json;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.CancelMeeting;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.ConfirmMinutes;
using Cohesion.Governance.Server.Features.Meetings.DraftMinutes;
using Cohesion.Governance.Server.Process.Activities;
using Cohesion.Governance.Server.Tests.Features.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Process.Activities.Meetings;

/// <summary>Each activity of meetings by itself: what it does, what it waits for, how it ends.</summary>
public sealed class MeetingActivityTests
{
    private static readonly ActivityResumption TimeUp = new(null, default);

    private static ActivityResumption Event(string name) => new(name, JsonSerializer.SerializeToElement(new { }));

    private static async Task<ActivityStep> Do<T>(MeetingTown town, Guid meeting, string? input = null, string? value = null, ActivityResumption? resumption = null)
        where T : GovernanceActivity, new()
    {
        await using var scope = town.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var inputs = new Dictionary<string, object?> { ["meetingId"] = meeting.ToString("D") };
        if (input is not null)
        {
            inputs[input] = value;
        }

        var context = new ActivityContext(scope.ServiceProvider.GetRequiredService<IMediator>(), "process", "visit-1", town.App.Clock.GetUtcNow(), inputs);
        return resumption is null ? await new T().Begin(context, default) : await new T().Resume(context, resumption, default);
    }

    private static void Ends(string outcome, ActivityStep step) => Assert.Equal(outcome, Assert.IsType<CompletedStep>(step).Outcome);

    private static void Waits(ActivityStep step, Guid key, DateTimeOffset until, params string[] events)
    {
        var wait = Assert.IsType<WaitingStep>(step);
        Assert.Equal((key.ToString("D"), until), (wait.Key, wait.Until!.Value));
        Assert.Equal(events, wait.EventNames);
    }

    [Fact]
    public async Task SendNotice_gives_notice()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();

        Ends("Done", await Do<SendNoticeActivity>(town, meeting));

        Assert.Equal(MeetingStage.Noticed, (await town.Meeting(meeting)).Stage);
    }

    [Fact]
    public async Task AwaitReminder_waits_until_then_and_ends_reached_or_cancelled()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        Waits(await Do<AwaitReminderActivity>(town, meeting, "before", "P3D"), meeting, MeetingTown.Hour.AddDays(-3), "meeting.cancelled");
        Ends("Reached", await Do<AwaitReminderActivity>(town, meeting, "before", "P3D", TimeUp));
        Ends("Cancelled", await Do<AwaitReminderActivity>(town, meeting, "before", "P3D", Event("meeting.cancelled")));
    }

    [Fact]
    public async Task AwaitReminder_skips_a_moment_that_has_passed_and_a_meeting_that_is_off()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        Ends("Passed", await Do<AwaitReminderActivity>(town, meeting, "before", "P30D"));
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Flood"));
        Ends("Cancelled", await Do<AwaitReminderActivity>(town, meeting, "before", "P3D"));
    }

    [Fact]
    public async Task RemindParticipants_reminds_once_a_visit_however_often_it_is_tried()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        Ends("Done", await Do<RemindParticipantsActivity>(town, meeting));
        Ends("Done", await Do<RemindParticipantsActivity>(town, meeting));

        Assert.Single(await town.Told("meeting.reminder"), n => n.PersonId == town.People.TenantA);
    }

    [Fact]
    public async Task OpenCheckIn_waits_and_opens_or_ends_cancelled()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();
        var off = await town.Noticed();

        Waits(await Do<OpenCheckInActivity>(town, meeting, "before", "PT1H"), meeting, MeetingTown.Hour.AddHours(-1), "meeting.cancelled");
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(off, "Flood"));
        Ends("Cancelled", await Do<OpenCheckInActivity>(town, off, "before", "PT1H", Event("meeting.cancelled")));
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddHours(-1));
        Ends("Opened", await Do<OpenCheckInActivity>(town, meeting, "before", "PT1H", TimeUp));
        Assert.Equal(MeetingStage.CheckIn, (await town.Meeting(meeting)).Stage);
    }

    [Fact]
    public async Task AwaitQuorum_waits_for_the_hour_then_for_the_grace_then_gives_up()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        Waits(await Do<AwaitQuorumActivity>(town, meeting, "grace", "PT30M"), meeting, MeetingTown.Hour.AddMinutes(30), "meeting.attendance", "meeting.started", "meeting.cancelled");
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddMinutes(29));
        Waits(await Do<AwaitQuorumActivity>(town, meeting, "grace", "PT30M", Event("meeting.attendance")), meeting, MeetingTown.Hour.AddMinutes(30), "meeting.attendance", "meeting.started", "meeting.cancelled");
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddMinutes(30));
        Ends("NoQuorum", await Do<AwaitQuorumActivity>(town, meeting, "grace", "PT30M", TimeUp));
    }

    [Fact]
    public async Task AwaitQuorum_ends_quorate_as_soon_as_enough_are_there_but_not_before_the_hour()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddMinutes(-10));
        await Do<OpenCheckInActivity>(town, meeting, "before", "PT1H");
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));

        Waits(await Do<AwaitQuorumActivity>(town, meeting, "grace", "PT30M"), meeting, MeetingTown.Hour, "meeting.cancelled");
        town.App.Clock.SetUtcNow(MeetingTown.Hour);
        Ends("Quorate", await Do<AwaitQuorumActivity>(town, meeting, "grace", "PT30M", TimeUp));
    }

    [Fact]
    public async Task AwaitQuorum_ends_when_the_chair_has_opened_it()
    {
        await using var town = await MeetingTown.Start();
        var open = await town.InSession();

        Ends("Quorate", await Do<AwaitQuorumActivity>(town, open, "grace", "PT30M", Event("meeting.started")));
    }

    [Fact]
    public async Task AwaitQuorum_ends_when_it_is_called_off()
    {
        await using var town = await MeetingTown.Start();
        var off = await town.AtTheDoor();
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(off, "Flood"));

        Ends("Cancelled", await Do<AwaitQuorumActivity>(town, off, "grace", "PT30M", Event("meeting.cancelled")));
    }

    [Fact]
    public async Task CallSecondMeeting_ends_called_or_not_allowed()
    {
        await using var town = await MeetingTown.Start(TestRules.TwoCalls);
        var meeting = await town.AtTheDoor();

        Ends("Called", await Do<CallSecondMeetingActivity>(town, meeting, "after", "P7D"));
        Ends("NotAllowed", await Do<CallSecondMeetingActivity>(town, meeting, "after", "P7D"));
    }

    [Fact]
    public async Task EndWithoutQuorum_ends_the_meeting()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();

        Ends("Done", await Do<EndWithoutQuorumActivity>(town, meeting));

        Assert.Equal(MeetingStage.NoQuorum, (await town.Meeting(meeting)).Stage);
    }

    [Fact]
    public async Task HoldMeeting_reminds_the_chair_and_waits_again()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();

        Waits(await Do<HoldMeetingActivity>(town, meeting, "remindAfter", "PT3H"), meeting, MeetingTown.Hour.AddHours(3), "meeting.closed", "meeting.cancelled");
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddHours(3));
        Waits(await Do<HoldMeetingActivity>(town, meeting, "remindAfter", "PT3H", TimeUp), meeting, MeetingTown.Hour.AddHours(6), "meeting.closed", "meeting.cancelled");
        Assert.Equal(2, (await town.Told("meeting.waits")).Count);
    }

    [Fact]
    public async Task HoldMeeting_ends_closed()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        Ends("Closed", await Do<HoldMeetingActivity>(town, meeting, "remindAfter", "PT3H", Event("meeting.closed")));
        Assert.Empty(await town.Told("meeting.waits"));
    }

    [Fact]
    public async Task HoldMeeting_ends_cancelled_where_nobody_opened_it()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Flood"));

        Ends("Cancelled", await Do<HoldMeetingActivity>(town, meeting, "remindAfter", "PT3H", Event("meeting.cancelled")));
    }

    [Fact]
    public async Task DraftMinutes_OpenCorrections_AwaitMinutesConfirmation_and_PublishMinutes_follow_each_other()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.InSession();
        await town.App.Send(town.People.Convenor, new CloseMeetingCommand(meeting));

        Ends("Done", await Do<DraftMinutesActivity>(town, meeting));
        var window = Assert.IsType<WaitingStep>(await Do<OpenCorrectionsActivity>(town, meeting, "window", "P3D"));
        Assert.Equal(MeetingTown.Hour.AddDays(3), window.Until);
        Assert.Empty(window.EventNames);
        Ends("Done", await Do<OpenCorrectionsActivity>(town, meeting, "window", "P3D", TimeUp));

        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(3));
        Waits(await Do<AwaitMinutesConfirmationActivity>(town, meeting, "remindAfter", "P2D"), meeting, MeetingTown.Hour.AddDays(5), "minutes.confirmed");
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(5));
        Waits(await Do<AwaitMinutesConfirmationActivity>(town, meeting, "remindAfter", "P2D", TimeUp), meeting, MeetingTown.Hour.AddDays(7), "minutes.confirmed");
        Assert.Equal(2, (await town.Told("meeting.waits")).Count);

        await town.App.Send(town.People.Convenor, new ConfirmMinutesCommand(meeting));
        Ends("Done", await Do<AwaitMinutesConfirmationActivity>(town, meeting, "remindAfter", "P2D", Event("minutes.confirmed")));
        Ends("Done", await Do<PublishMinutesActivity>(town, meeting));
        Assert.Equal(MeetingStage.MinutesPublished, (await town.Meeting(meeting)).Stage);
    }

    [Fact]
    public async Task A_refused_command_faults_the_process_with_the_reason()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        var fault = await Assert.ThrowsAsync<ActivityRefusedException>(() => Do<OpenCorrectionsActivity>(town, meeting, "window", "P3D"));

        Assert.IsType<MinutesNotInDraft>(fault.Refusal);
    }
}
