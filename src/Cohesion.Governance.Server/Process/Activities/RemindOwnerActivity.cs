using Cohesion.Governance.Server.Features.FollowUps.RemindOwner;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Reminds the owner before the due date.</summary>
[Activity("Governance.RemindOwner", "Remind the owner", "提醒负责人", "Follow-up")]
[Input(FollowUpId, "Action", "跟进事项")]
internal sealed class RemindOwnerActivity : FollowUpActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new RemindOwnerCommand(context.Id(FollowUpId)), ct);
        return ActivityStep.Completed();
    }
}
