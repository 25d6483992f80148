using Cohesion.Governance.Server.Features.Meetings.OpenCorrections;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Shows the draft minutes to everybody and waits while corrections may be asked for.</summary>
[Activity("Governance.OpenCorrections", "Invite corrections", "征求更正意见", "Meetings", Waits = true)]
[Input("meetingId", "Meeting", "会议")]
[Input("window", "How long (ISO 8601)", "期限（ISO 8601）")]
internal sealed class OpenCorrectionsActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var until = await context.Send(new OpenCorrectionsCommand(context.Id("meetingId"), context.Duration("window")), ct);
        return ActivityStep.WaitsUntil(until);
    }

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        Task.FromResult(ActivityStep.Completed());
}
