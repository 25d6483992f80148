using Cohesion.Governance.Server.Features.FollowUps.AnnounceDueDate;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>The chase ladder begins: the owner is told the due date where it is new to him.</summary>
[Activity("Governance.AnnounceDueDate", "Set out from the due date", "按期限开始跟进", "Follow-up")]
[Input(FollowUpId, "Action", "跟进事项")]
internal sealed class AnnounceDueDateActivity : FollowUpActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new AnnounceDueDateCommand(context.Id(FollowUpId)), ct);
        return ActivityStep.Completed();
    }
}
