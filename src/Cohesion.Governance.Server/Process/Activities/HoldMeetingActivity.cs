using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings;
using Cohesion.Governance.Server.Features.Meetings.MeetingState;
using Cohesion.Governance.Server.Features.Meetings.RemindChair;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits while the meeting is held. Until the chair opens or closes it, he is reminded now and then.</summary>
[Activity("Governance.HoldMeeting", "Hold the meeting", "召开会议", "Meetings", Waits = true)]
[Input("meetingId", "Meeting", "会议")]
[Input("remindAfter", "How long until the chair is reminded (ISO 8601)", "多久后提醒主持人（ISO 8601）")]
[Outcome("Closed", "closed by the chair", "会议结束")]
[Outcome("Cancelled", "called off before it was opened", "开始前取消")]
internal sealed class HoldMeetingActivity : GovernanceActivity
{
    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Look(context, ct);

    public override async Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct)
    {
        if (resumption.TimeIsUp)
        {
            await context.Send(new RemindChairCommand(context.Id("meetingId"), $"{context.ActivityInstanceId}@{context.Now.UtcTicks}"), ct);
        }

        return await Look(context, ct);
    }

    private static async Task<ActivityStep> Look(ActivityContext context, CancellationToken ct)
    {
        var id = context.Id("meetingId");
        var meeting = await context.Ask(new MeetingStateQuery(id), ct);
        return meeting.Stage switch
        {
            MeetingStage.Cancelled => ActivityStep.Completed("Cancelled"),
            MeetingStage.CheckIn or MeetingStage.InSession => ActivityStep.WaitsFor(
                id, context.Now + context.Duration("remindAfter"), MeetingEvents.Closed, MeetingEvents.Cancelled),
            _ => ActivityStep.Completed("Closed"),
        };
    }
}
