using Cohesion.Governance.Server.Features.Meetings.SendNotice;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Tells everybody of the meeting, at its first or second call.</summary>
[Activity("Governance.SendNotice", "Send the notice", "发出会议通知", "Meetings")]
[Input("meetingId", "Meeting", "会议")]
internal sealed class SendNoticeActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new SendNoticeCommand(context.Id("meetingId")), ct);
        return ActivityStep.Completed();
    }
}
