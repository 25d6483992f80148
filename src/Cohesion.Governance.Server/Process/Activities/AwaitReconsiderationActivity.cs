using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Features.Proposals.AwaitReconsideration;
using Cohesion.Governance.Server.Features.Proposals.LapseProposal;
using System.Text.Json;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>After a vote that did not adopt a proposal, waits for somebody to have it reworked; after the window it rests.</summary>
[Activity("Governance.AwaitReconsideration", "Rework it or let it rest", "是否修改再议", "Proposals", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Input("window", "Time for it", "期限")]
[Output("result", "As what it ends if nobody does", "逾期后的结果")]
[Outcome("Rework", "to be reworked", "修改再议")]
[Outcome("Lapsed", "not in time", "逾期")]
internal sealed class AwaitReconsiderationActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var until = context.Now + context.Duration("window");
        await context.Send(new AwaitReconsiderationCommand(context.Id("proposalId"), until), ct);
        return ActivityStep.WaitsFor(context.Id("proposalId"), until, ProposalProcess.ReworkRequested);
    }

    public override async Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct)
    {
        var proposal = context.Id("proposalId");
        if (!resumption.TimeIsUp)
        {
            return ActivityStep.Completed("Rework");
        }

        // Asked for in the last moment: then the word of it is on its way.
        return await context.Send(new LapseProposalCommand(proposal), ct) is { } result
            ? ActivityStep.Completed("Lapsed", ("result", JsonNamingPolicy.CamelCase.ConvertName(result.ToString())))
            : ActivityStep.WaitsFor(proposal, null, ProposalProcess.ReworkRequested);
    }
}
