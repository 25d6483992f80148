using System.Xml;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits for evidence until a rung of the chase ladder is reached: a time before or after the due date, or the next of a row of times.</summary>
[Activity("Governance.AwaitEvidence", "Wait for evidence", "等待办结凭证", "Follow-up", Waits = true)]
[Input(FollowUpId, "Action", "跟进事项")]
[Input("offset", "From the due date", "相对期限", Required = false)]
[Input("every", "Again every", "每隔", Required = false)]
[Outcome("Evidence", "evidence is there", "已提交凭证")]
[Outcome("Reached", "not yet", "尚未提交")]
[Outcome("Rescheduled", "date or owner changed", "期限或负责人有变")]
[Outcome("Cancelled", "cancelled", "取消", IsEnd = true)]
internal sealed class AwaitEvidenceActivity : FollowUpActivity
{
    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Step(context, null, ct);

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        Step(context, resumption, ct);

    private static async Task<ActivityStep> Step(ActivityContext context, ActivityResumption? resumption, CancellationToken ct)
    {
        var standing = await Standing(context, ct);
        switch (standing.Stage)
        {
            case FollowUpStage.Evidenced or FollowUpStage.AwaitingRuling or FollowUpStage.Kept:
                return ActivityStep.Completed("Evidence");
            case FollowUpStage.Cancelled:
                return ActivityStep.Completed("Cancelled");
            case FollowUpStage.Assigned or FollowUpStage.Declined:
                return ActivityStep.Completed("Rescheduled");
        }

        if (resumption is { EventName: FollowUpEvents.Rescheduled or FollowUpEvents.Reassigned })
        {
            return ActivityStep.Completed("Rescheduled");
        }

        var rung = Rung(context, standing.DueAt, resumption is { TimeIsUp: true });
        if (rung <= context.Now)
        {
            return ActivityStep.Completed("Reached");
        }

        // Woken at a rung that has moved on since: the date was changed, and its event is on the way.
        return resumption is { TimeIsUp: true }
            ? ActivityStep.Completed("Rescheduled")
            : ActivityStep.WaitsFor(
                context.Id(FollowUpId), rung, FollowUpEvents.Evidence, FollowUpEvents.Rescheduled, FollowUpEvents.Reassigned, FollowUpEvents.Cancelled);
    }

    /// <summary>The moment waited for. In a row of times it is the first one after now, or the one just reached.</summary>
    private static DateTimeOffset Rung(ActivityContext context, DateTimeOffset dueAt, bool reached)
    {
        if (context.TextOrNull("offset") is { Length: > 0 } offset)
        {
            return dueAt + XmlConvert.ToTimeSpan(offset);
        }

        var every = context.Duration("every");
        if (every <= TimeSpan.Zero)
        {
            throw new FormatException($"AwaitEvidence is to wait again every {context.Text("every")}; that must be more than nothing.");
        }

        var times = (context.Now - dueAt) / every;
        return times <= 0 ? dueAt + every : dueAt + (every * (Math.Floor(times) + (reached ? 0 : 1)));
    }
}
