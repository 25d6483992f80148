using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Postings.ClosePosting;
using Cohesion.Governance.Server.Features.Postings.OpenPosting;
using Cohesion.Governance.Server.Features.Votes.ConfirmVote;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Posts the result of an adopting vote for a while. Where the rule itself counts objections, the vote is confirmed at the end.</summary>
[Activity("Governance.OpenPosting", "Post the result", "结果公示", "Proposals", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Input("window", "How long at least", "最短时长")]
[Outcome("Clear", "no objection", "无异议")]
[Outcome("Objected", "objections", "有异议")]
[Outcome("Overturned", "overturned", "被异议推翻")]
internal sealed class OpenPostingActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var posting = await context.Send(new OpenPostingCommand(context.Id("proposalId"), context.Now + context.Duration("window")), ct);
        return ActivityStep.WaitsUntil(posting.Until);
    }

    public override async Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct)
    {
        var posting = await context.Send(new ClosePostingCommand(context.Id("proposalId")), ct);
        if (posting.NeedsConfirmation && !await context.Send(new ConfirmVoteCommand(posting.VoteId), ct))
        {
            return ActivityStep.Completed("Overturned");
        }

        return ActivityStep.Completed(posting.Result == PostingResult.Clear ? "Clear" : "Objected");
    }
}
