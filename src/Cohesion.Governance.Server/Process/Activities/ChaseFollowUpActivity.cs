using Cohesion.Governance.Server.Features.FollowUps.ChaseFollowUp;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Takes a rung of the chase ladder (督办): tells the owner or offices that an action is late.</summary>
[Activity("Governance.ChaseFollowUp", "Chase", "督办", "Follow-up")]
[Input(FollowUpId, "Action", "跟进事项")]
[Input("level", "Rung", "级别")]
[Input("audience", "Who is told", "督办对象")]
internal sealed class ChaseFollowUpActivity : FollowUpActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new ChaseFollowUpCommand(context.Id(FollowUpId), context.Number("level"), context.Text("audience")), ct);
        return ActivityStep.Completed();
    }
}
