using Cohesion.Governance.Server.Features.Votes.FreezeRoll;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Freezes the electorate of a vote from the register in force.</summary>
[Activity("Governance.FreezeRoll", "Freeze the roll", "锁定选民名册", "Votes")]
[Input("voteId", "Vote", "表决")]
internal sealed class FreezeRollActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new FreezeRollCommand(context.Id("voteId")), ct);
        return ActivityStep.Completed();
    }
}
