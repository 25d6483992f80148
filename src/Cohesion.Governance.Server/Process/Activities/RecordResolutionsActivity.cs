using Cohesion.Governance.Server.Features.Resolutions.RecordResolutions;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>What was adopted becomes binding.</summary>
[Activity("Governance.RecordResolutions", "Record the resolutions", "形成决议", "Follow-up")]
[Input("proposalId", "Proposal", "议题")]
internal sealed class RecordResolutionsActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new RecordResolutionsCommand(context.Id("proposalId")), ct);
        return ActivityStep.Completed();
    }
}
