using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Features.Proposals.ProposalState;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits until the meeting has dealt with a proposal.</summary>
[Activity("Governance.AwaitDeliberation", "Deliberate", "会议讨论", "Proposals", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Outcome("ToVote", "to the vote", "提交表决")]
[Outcome("Deferred", "deferred", "延期再议")]
[Outcome("Rework", "to be reworked", "修改再议")]
[Outcome("Withdrawn", "withdrawn", "撤回")]
internal sealed class AwaitDeliberationActivity : GovernanceActivity
{
    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Task.FromResult(Wait(context));

    public override async Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct)
    {
        if (resumption.EventName == ProposalProcess.Withdrawn)
        {
            return ActivityStep.Completed("Withdrawn");
        }

        // A meeting was cancelled, or gave the item up, and another has taken it: the same wait goes on.
        if (resumption.EventName == ProposalProcess.Tabled)
        {
            return Wait(context);
        }

        // Taken back by its author while the meeting decided: the word of that is on its way, and no vote may begin.
        if (await context.Ask(new ProposalStateQuery(context.Id("proposalId")), ct) == ProposalStage.Withdrawn)
        {
            return ActivityStep.WaitsFor(context.Id("proposalId"), null, ProposalProcess.Withdrawn);
        }

        return ActivityStep.Completed(resumption.Text("decision") switch
        {
            "toVote" => "ToVote",
            "rework" => "Rework",
            "withdrawn" => "Withdrawn",

            // Noted without a decision: it comes up again.
            "deferred" or "noted" => "Deferred",
            var other => throw new InvalidOperationException($"A meeting cannot decide '{other}' about a proposal."),
        });
    }

    private static ActivityStep Wait(ActivityContext context) => ActivityStep.WaitsFor(
        context.Id("proposalId"), null, ProposalProcess.Deliberated, ProposalProcess.Withdrawn, ProposalProcess.Tabled);
}
