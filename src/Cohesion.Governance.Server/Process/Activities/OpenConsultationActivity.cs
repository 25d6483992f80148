using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Features.Proposals.OpenConsultation;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Opens a proposal to comments and positions for a while.</summary>
[Activity("Governance.OpenConsultation", "Consult", "征求意见", "Proposals", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Input("window", "How long", "时长")]
[Outcome("Done", "done", "完成")]
[Outcome("Withdrawn", "withdrawn", "撤回")]
internal sealed class OpenConsultationActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var until = context.Now + context.Duration("window");
        await context.Send(new OpenConsultationCommand(context.Id("proposalId"), until), ct);
        return ActivityStep.WaitsFor(context.Id("proposalId"), until, ProposalProcess.Withdrawn);
    }

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        Task.FromResult(ActivityStep.Completed(resumption.TimeIsUp ? "Done" : "Withdrawn"));
}
