using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Features.Proposals.CloseProposal;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Ends the course of a proposal.</summary>
[Activity("Governance.CloseProposal", "Close the proposal", "办结议题", "Proposals")]
[Input("proposalId", "Proposal", "议题")]
[Input("result", "As what it ends", "结果")]
[Outcome("Done", "done", "完成", IsEnd = true)]
internal sealed class CloseProposalActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var text = context.Text("result");
        if (!Enum.TryParse<ProposalResult>(text, ignoreCase: true, out var result))
        {
            throw new InvalidOperationException($"A proposal cannot end as '{text}'. Use one of {string.Join(", ", Enum.GetNames<ProposalResult>())}.");
        }

        await context.Send(new CloseProposalCommand(context.Id("proposalId"), result), ct);
        return ActivityStep.Completed();
    }
}
