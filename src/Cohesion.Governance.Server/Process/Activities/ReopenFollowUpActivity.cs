using Cohesion.Governance.Server.Features.FollowUps.ReopenFollowUp;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Returns an action that was not kept to its owner.</summary>
[Activity("Governance.ReopenFollowUp", "Return it to its owner", "退回负责人", "Follow-up")]
[Input(FollowUpId, "Action", "跟进事项")]
[Input("grace", "Time to put it right", "整改时限")]
internal sealed class ReopenFollowUpActivity : FollowUpActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new ReopenFollowUpCommand(context.Id(FollowUpId), context.Duration("grace")), ct);
        return ActivityStep.Completed();
    }
}
