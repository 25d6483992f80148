using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Features.Proposals.RemindScreening;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits until the secretary has screened a proposal, and reminds from time to time.</summary>
[Activity("Governance.AwaitScreening", "Wait for screening", "等待受理", "Proposals", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Input("remindAfter", "Remind every", "催办间隔")]
[Outcome("Accepted", "accepted", "受理")]
[Outcome("Returned", "returned", "退回")]
[Outcome("Merged", "merged", "并入其他议题")]
[Outcome("Withdrawn", "withdrawn", "撤回")]
internal sealed class AwaitScreeningActivity : GovernanceActivity
{
    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Task.FromResult(Wait(context));

    public override async Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct)
    {
        if (resumption.TimeIsUp)
        {
            await context.Send(new RemindScreeningCommand(context.Id("proposalId")), ct);
            return Wait(context);
        }

        return ActivityStep.Completed(resumption.EventName == ProposalProcess.Withdrawn
            ? "Withdrawn"
            : resumption.Text("decision") switch
            {
                "accepted" => "Accepted",
                "returned" => "Returned",
                "merged" => "Merged",
                var other => throw new InvalidOperationException($"A proposal cannot be screened as '{other}'."),
            });
    }

    private static ActivityStep Wait(ActivityContext context) => ActivityStep.WaitsFor(
        context.Id("proposalId"), context.Now + context.Duration("remindAfter"), ProposalProcess.Screened, ProposalProcess.Withdrawn);
}
