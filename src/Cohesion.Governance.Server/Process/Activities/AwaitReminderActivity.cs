using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings;
using Cohesion.Governance.Server.Features.Meetings.MeetingState;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits until a while before the meeting. Where that moment has passed when it is reached, nobody is to be reminded: the notice has just gone out.</summary>
[Activity("Governance.AwaitReminder", "Wait for the time to remind", "等到提醒时间", "Meetings", Waits = true)]
[Input("meetingId", "Meeting", "会议")]
[Input("before", "How long before the meeting (ISO 8601)", "会前多久（ISO 8601）")]
[Outcome("Reached", "time to remind", "到提醒时间")]
[Outcome("Passed", "the time has passed", "提醒时间已过")]
[Outcome("Cancelled", "called off", "会议取消")]
internal sealed class AwaitReminderActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var id = context.Id("meetingId");
        var meeting = await context.Ask(new MeetingStateQuery(id), ct);
        var until = meeting.StartsAt - context.Duration("before");
        return meeting.Stage == MeetingStage.Cancelled ? ActivityStep.Completed("Cancelled")
            : context.Now >= until ? ActivityStep.Completed("Passed")
            : ActivityStep.WaitsFor(id, until, MeetingEvents.Cancelled);
    }

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        Task.FromResult(ActivityStep.Completed(resumption.TimeIsUp ? "Reached" : "Cancelled"));
}
