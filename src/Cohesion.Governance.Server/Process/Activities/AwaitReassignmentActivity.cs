using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.AskForReassignment;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits until a declined action has another owner, and asks again for one every so often.</summary>
[Activity("Governance.AwaitReassignment", "Wait for another owner", "等待改派", "Follow-up", Waits = true)]
[Input(FollowUpId, "Action", "跟进事项")]
[Input("remindAfter", "Ask again after", "再次提醒间隔")]
[Outcome("Reassigned", "reassigned", "已改派")]
[Outcome("Cancelled", "cancelled", "取消", IsEnd = true)]
internal sealed class AwaitReassignmentActivity : FollowUpActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var id = context.Id(FollowUpId);
        var standing = await Standing(context, ct);
        switch (standing.Stage)
        {
            case FollowUpStage.Cancelled:
                return ActivityStep.Completed("Cancelled");
            case FollowUpStage.Declined:
                await context.Send(new AskForReassignmentCommand(id, context.Duration("remindAfter")), ct);
                return ActivityStep.WaitsFor(
                    id, (await Standing(context, ct)).StageUntil, FollowUpEvents.Reassigned, FollowUpEvents.Rescheduled, FollowUpEvents.Cancelled);
            default:
                return ActivityStep.Completed("Reassigned");
        }
    }

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) => Begin(context, ct);
}
