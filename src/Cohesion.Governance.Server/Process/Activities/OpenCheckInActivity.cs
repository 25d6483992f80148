using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings;
using Cohesion.Governance.Server.Features.Meetings.MeetingState;
using Cohesion.Governance.Server.Features.Meetings.OpenCheckIn;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits until shortly before the meeting and opens check-in.</summary>
[Activity("Governance.OpenCheckIn", "Open check-in", "开放签到", "Meetings", Waits = true)]
[Input("meetingId", "Meeting", "会议")]
[Input("before", "How long before the meeting (ISO 8601)", "会前多久（ISO 8601）")]
[Outcome("Opened", "check-in is open", "已开放签到")]
[Outcome("Cancelled", "called off", "会议取消")]
internal sealed class OpenCheckInActivity : GovernanceActivity
{
    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Look(context, ct);

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) => Look(context, ct);

    private static async Task<ActivityStep> Look(ActivityContext context, CancellationToken ct)
    {
        var id = context.Id("meetingId");
        var meeting = await context.Ask(new MeetingStateQuery(id), ct);
        if (meeting.Stage == MeetingStage.Cancelled)
        {
            return ActivityStep.Completed("Cancelled");
        }

        var opens = meeting.StartsAt - context.Duration("before");
        if (context.Now < opens)
        {
            return ActivityStep.WaitsFor(id, opens, MeetingEvents.Cancelled);
        }

        await context.Send(new OpenCheckInCommand(id), ct);
        return ActivityStep.Completed("Opened");
    }
}
