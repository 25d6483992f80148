using Cohesion.Governance.Server.Features.Meetings.RemindParticipants;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Reminds those who act for seats of the meeting; once at each visit.</summary>
[Activity("Governance.RemindParticipants", "Remind the participants", "提醒参会人员", "Meetings")]
[Input("meetingId", "Meeting", "会议")]
internal sealed class RemindParticipantsActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new RemindParticipantsCommand(context.Id("meetingId"), context.ActivityInstanceId), ct);
        return ActivityStep.Completed();
    }
}
