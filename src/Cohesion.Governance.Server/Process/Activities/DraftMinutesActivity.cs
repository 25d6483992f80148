using Cohesion.Governance.Server.Features.Meetings.DraftMinutes;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Drafts the minutes from what happened.</summary>
[Activity("Governance.DraftMinutes", "Draft the minutes", "起草纪要", "Meetings")]
[Input("meetingId", "Meeting", "会议")]
internal sealed class DraftMinutesActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new DraftMinutesCommand(context.Id("meetingId")), ct);
        return ActivityStep.Completed();
    }
}
