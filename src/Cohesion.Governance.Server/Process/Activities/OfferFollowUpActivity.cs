using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.OfferFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.TakeAsAccepted;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Puts an action to its owner and waits for his answer; silence counts as acceptance. Goes straight on where he has accepted before and
/// only the date has changed.</summary>
[Activity("Governance.OfferFollowUp", "Ask the owner to take it on", "请负责人承接", "Follow-up", Waits = true)]
[Input(FollowUpId, "Action", "跟进事项")]
[Input("window", "Time to answer", "答复时限")]
[Outcome("Accepted", "accepted", "接受")]
[Outcome("Declined", "declined", "推辞")]
[Outcome("Cancelled", "cancelled", "取消", IsEnd = true)]
internal sealed class OfferFollowUpActivity : FollowUpActivity
{
    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Step(context, timeIsUp: false, ct);

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        Step(context, resumption.TimeIsUp, ct);

    private static async Task<ActivityStep> Step(ActivityContext context, bool timeIsUp, CancellationToken ct)
    {
        var id = context.Id(FollowUpId);
        var standing = await Standing(context, ct);
        if (standing.Stage == FollowUpStage.Assigned)
        {
            // A time that no longer holds: the action was given to somebody else meanwhile, who is asked now.
            if (timeIsUp && standing.StageUntil <= context.Now)
            {
                await context.Send(new TakeAsAcceptedCommand(id), ct);
                return ActivityStep.Completed("Accepted");
            }

            await context.Send(new OfferFollowUpCommand(id, context.Duration("window")), ct);
            standing = await Standing(context, ct);
            return ActivityStep.WaitsFor(
                id, standing.StageUntil, FollowUpEvents.Answered, FollowUpEvents.Reassigned, FollowUpEvents.Rescheduled, FollowUpEvents.Cancelled);
        }

        return ActivityStep.Completed(standing.Stage switch
        {
            FollowUpStage.Declined => "Declined",
            FollowUpStage.Cancelled => "Cancelled",
            _ => "Accepted",
        });
    }
}
