using Cohesion.Governance.Server.Features.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.AskForRuling;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Nobody confirmed: waits for the secretary's decision, and asks again for it every so often.</summary>
[Activity("Governance.AwaitRuling", "Wait for the secretary's decision", "等待秘书认定", "Follow-up", Waits = true)]
[Input(FollowUpId, "Action", "跟进事项")]
[Input("remindAfter", "Ask again after", "再次提醒间隔")]
[Outcome("Kept", "kept", "已办结")]
[Outcome("Returned", "not kept", "未办结")]
internal sealed class AwaitRulingActivity : FollowUpActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var id = context.Id(FollowUpId);
        if (Found(await Standing(context, ct)) is { } found)
        {
            return found;
        }

        await context.Send(new AskForRulingCommand(id, context.Duration("remindAfter")), ct);
        return ActivityStep.WaitsFor(id, (await Standing(context, ct)).StageUntil, FollowUpEvents.Ruled);
    }

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) => Begin(context, ct);
}
