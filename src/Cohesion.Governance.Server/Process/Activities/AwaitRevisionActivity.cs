using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Features.Proposals.AwaitRevision;
using Cohesion.Governance.Server.Features.Proposals.LapseProposal;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits for a new version of a proposal; after the window it has lapsed.</summary>
[Activity("Governance.AwaitRevision", "Wait for a new version", "等待修改", "Proposals", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Input("window", "Time for it", "期限")]
[Outcome("Revised", "revised", "已提交新版本")]
[Outcome("Withdrawn", "withdrawn", "撤回")]
[Outcome("Lapsed", "not in time", "逾期")]
internal sealed class AwaitRevisionActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var until = context.Now + context.Duration("window");
        await context.Send(new AwaitRevisionCommand(context.Id("proposalId"), until), ct);
        return ActivityStep.WaitsFor(context.Id("proposalId"), until, ProposalProcess.Revised, ProposalProcess.Withdrawn);
    }

    public override async Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct)
    {
        if (!resumption.TimeIsUp)
        {
            return ActivityStep.Completed(resumption.EventName == ProposalProcess.Withdrawn ? "Withdrawn" : "Revised");
        }

        // Somebody may have acted in the last moment: then the word of it is on its way.
        return await context.Send(new LapseProposalCommand(context.Id("proposalId")), ct) is not null
            ? ActivityStep.Completed("Lapsed")
            : ActivityStep.WaitsFor(context.Id("proposalId"), null, ProposalProcess.Revised, ProposalProcess.Withdrawn);
    }
}
