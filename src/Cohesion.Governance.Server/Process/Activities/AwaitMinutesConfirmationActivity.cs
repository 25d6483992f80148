using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings;
using Cohesion.Governance.Server.Features.Meetings.MeetingState;
using Cohesion.Governance.Server.Features.Meetings.RemindChair;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits until the minutes are confirmed, reminding the secretary and the convenor now and then.</summary>
[Activity("Governance.AwaitMinutesConfirmation", "Wait for the minutes to be confirmed", "等待纪要确认", "Meetings", Waits = true)]
[Input("meetingId", "Meeting", "会议")]
[Input("remindAfter", "How long between reminders (ISO 8601)", "提醒间隔（ISO 8601）")]
internal sealed class AwaitMinutesConfirmationActivity : GovernanceActivity
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
        return meeting.Stage == MeetingStage.MinutesDrafted
            ? ActivityStep.WaitsFor(id, context.Now + context.Duration("remindAfter"), MeetingEvents.MinutesConfirmed)
            : ActivityStep.Completed();
    }
}
