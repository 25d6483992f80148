using Cohesion.Governance.Server.Features.Meetings.PublishMinutes;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Publishes the confirmed minutes.</summary>
[Activity("Governance.PublishMinutes", "Publish the minutes", "公布纪要", "Meetings")]
[Input("meetingId", "Meeting", "会议")]
internal sealed class PublishMinutesActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new PublishMinutesCommand(context.Id("meetingId")), ct);
        return ActivityStep.Completed();
    }
}
