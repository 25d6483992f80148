using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Features.Proposals.OpenAppraisal;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Asks those who asked how satisfied they are; over when all have said so, or after the window.</summary>
[Activity("Governance.OpenAppraisal", "Ask those who asked", "请诉求人评议", "Proposals", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Input("window", "How long", "时长")]
internal sealed class OpenAppraisalActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var until = context.Now + context.Duration("window");
        await context.Send(new OpenAppraisalCommand(context.Id("proposalId"), until), ct);
        return ActivityStep.WaitsFor(context.Id("proposalId"), until, ProposalProcess.AppraisalCompleted);
    }

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        Task.FromResult(ActivityStep.Completed());
}
