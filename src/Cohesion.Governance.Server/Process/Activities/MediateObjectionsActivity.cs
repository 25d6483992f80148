using Cohesion.Governance.Server.Features.Postings.BeginMediation;
using Cohesion.Governance.Server.Features.Proposals;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits until every objection to a posted result has been settled.</summary>
[Activity("Governance.MediateObjections", "Mediate the objections", "异议协调", "Proposals", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Outcome("Upheld", "upheld", "异议成立")]
[Outcome("Dismissed", "dismissed", "异议不成立")]
internal sealed class MediateObjectionsActivity : GovernanceActivity
{
    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Look(context, ct);

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) => Look(context, ct);

    private static async Task<ActivityStep> Look(ActivityContext context, CancellationToken ct)
    {
        var mediation = await context.Send(new BeginMediationCommand(context.Id("proposalId")), ct);
        return mediation.Open > 0
            ? ActivityStep.WaitsFor(context.Id("proposalId"), null, ProposalProcess.ObjectionsSettled)
            : ActivityStep.Completed(mediation.Upheld ? "Upheld" : "Dismissed");
    }
}
