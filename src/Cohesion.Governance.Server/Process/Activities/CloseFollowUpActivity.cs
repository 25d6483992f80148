using Cohesion.Governance.Server.Features.FollowUps.CloseFollowUp;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Ends an action that was kept.</summary>
[Activity("Governance.CloseFollowUp", "Close it as kept", "办结", "Follow-up")]
[Input(FollowUpId, "Action", "跟进事项")]
[Outcome("Done", "done", "完成", IsEnd = true)]
internal sealed class CloseFollowUpActivity : FollowUpActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new CloseFollowUpCommand(context.Id(FollowUpId)), ct);
        return ActivityStep.Completed();
    }
}
