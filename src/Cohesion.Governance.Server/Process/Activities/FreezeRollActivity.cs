using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.TellSecrecyRefused;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Freezes the electorate of a vote from the register in force. A vote that was to be secret and cannot be waits until the secretary or the convenor puts it by
/// name or cancels it.</summary>
[Activity("Governance.FreezeRoll", "Freeze the roll", "锁定选民名册", "Votes", Waits = true)]
[Input("voteId", "Vote", "表决")]
internal sealed class FreezeRollActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var voteId = context.Id("voteId");
        try
        {
            await context.Send(new FreezeRollCommand(voteId), ct);
            return ActivityStep.Completed();
        }
        catch (ActivityRefusedException refused) when (refused.Refusal is WeightsBetrayVoters)
        {
            await context.Send(new TellSecrecyRefusedCommand(voteId), ct);
            return ActivityStep.WaitsFor(voteId, null, SecrecyEvents.ByName, SecrecyEvents.Cancelled);
        }
    }

    // Of a cancelled vote the roll stays as it is, and what follows finds it cancelled.
    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) => Begin(context, ct);
}
