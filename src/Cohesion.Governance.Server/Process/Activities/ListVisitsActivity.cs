using Cohesion.Governance.Server.Features.Votes.ListVisits;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Puts those who have not voted on the visit list.</summary>
[Activity("Governance.ListVisits", "List whom to visit", "列出走访名单", "Votes")]
[Input("voteId", "Vote", "表决")]
internal sealed class ListVisitsActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new ListVisitsCommand(context.Id("voteId")), ct);
        return ActivityStep.Completed();
    }
}
