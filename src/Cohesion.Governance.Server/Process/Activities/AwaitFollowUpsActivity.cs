using Cohesion.Governance.Server.Features.Resolutions;
using Cohesion.Governance.Server.Features.Resolutions.OpenFollowUps;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits until every action of a proposal's resolutions is kept or given up, and each resolution has one kept or needs none.</summary>
[Activity("Governance.AwaitFollowUps", "Wait until all actions are kept", "等待跟进事项全部办结", "Follow-up", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
internal sealed class AwaitFollowUpsActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var proposal = context.Id("proposalId");
        return await context.Send(new OpenFollowUpsCommand(proposal), ct)
            ? ActivityStep.Completed()
            : ActivityStep.WaitsFor(proposal, null, ProposalSettlement.Event);
    }

    // What is settled stays so: nothing is assigned to it afterwards.
    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        Task.FromResult(ActivityStep.Completed());
}
