using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.AskForConfirmation;
using Cohesion.Governance.Server.Features.FollowUps.EndConfirmation;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Asks those who asked whether it was done, and waits for their word.</summary>
[Activity("Governance.AwaitConfirmation", "Ask those who asked", "请提出人确认", "Follow-up", Waits = true)]
[Input(FollowUpId, "Action", "跟进事项")]
[Input("window", "Time to confirm", "确认时限")]
[Outcome("Kept", "kept", "属实")]
[Outcome("Returned", "not kept", "不属实")]
[Outcome("Unanswered", "nobody answered", "无人确认")]
internal sealed class AwaitConfirmationActivity : FollowUpActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var id = context.Id(FollowUpId);
        var asked = await context.Send(new AskForConfirmationCommand(id, context.Duration("window")), ct);
        return await Step(context, timeIsUp: asked == 0, ct);
    }

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        Step(context, resumption.TimeIsUp, ct);

    private static async Task<ActivityStep> Step(ActivityContext context, bool timeIsUp, CancellationToken ct)
    {
        var id = context.Id(FollowUpId);
        if (timeIsUp)
        {
            await context.Send(new EndConfirmationCommand(id), ct);
        }

        var standing = await Standing(context, ct);
        return Found(standing)
            ?? (standing.Stage == FollowUpStage.AwaitingRuling
                ? ActivityStep.Completed("Unanswered")
                : ActivityStep.WaitsFor(id, standing.StageUntil, FollowUpEvents.Confirmed));
    }
}
