using Cohesion.Governance.Server.Features.Votes.OpenBallots;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Opens a vote to ballots and tells everybody on its roll.</summary>
[Activity("Governance.OpenBallots", "Open the ballots", "开始投票", "Votes")]
[Input("voteId", "Vote", "表决")]
[Input("window", "How long ballots are taken", "投票期限")]
internal sealed class OpenBallotsActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new OpenBallotsCommand(context.Id("voteId"), context.Text("window")), ct);
        return ActivityStep.Completed();
    }
}
