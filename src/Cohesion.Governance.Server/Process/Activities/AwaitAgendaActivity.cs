using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Features.Proposals.QueueForAgenda;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits until a meeting has a proposal on its agenda.</summary>
[Activity("Governance.AwaitAgenda", "Wait for a meeting", "等待列入议程", "Proposals", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Outcome("Tabled", "on an agenda", "列入议程")]
[Outcome("Withdrawn", "withdrawn", "撤回")]
internal sealed class AwaitAgendaActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new QueueForAgendaCommand(context.Id("proposalId")), ct);
        return ActivityStep.WaitsFor(context.Id("proposalId"), null, ProposalProcess.Tabled, ProposalProcess.Withdrawn);
    }

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        Task.FromResult(ActivityStep.Completed(resumption.EventName == ProposalProcess.Withdrawn ? "Withdrawn" : "Tabled"));
}
