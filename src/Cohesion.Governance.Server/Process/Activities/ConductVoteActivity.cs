using Cohesion.Governance.Server.Features.Votes.CreateVote;
using Cohesion.Governance.Server.Features.Votes.LatestVote;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Has a proposal voted on, which is a process of its own, and waits for what it comes to.</summary>
[Activity("Governance.ConductVote", "Vote on the proposal", "对议题进行表决", "Votes", Waits = true)]
[Input("proposalId", "Proposal", "议题")]
[Input("window", "How long ballots are taken", "投票期限")]
[Input("secret", "Secret vote (true or false)", "无记名表决（true 或 false）", Required = false)]
[Output("voteId", "The vote", "表决")]
[Outcome("Adopted", "adopted", "通过")]
[Outcome("Rejected", "rejected", "未通过")]
[Outcome("NoQuorum", "no quorum", "人数不足")]
[Outcome("SecondCall", "second call", "再次召集")]
[Outcome("Undecided", "undecided", "无法判定")]
internal sealed class ConductVoteActivity : GovernanceActivity
{
    private const string Decided = "vote.decided";

    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var proposalId = context.Id("proposalId");
        await context.Send(new CreateVoteCommand(proposalId, context.Text("window"), string.Equals(context.TextOrNull("secret"), "true", StringComparison.OrdinalIgnoreCase)), ct);
        return ActivityStep.WaitsFor(proposalId, null, Decided);
    }

    public override async Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct)
    {
        // The vote itself is asked: an event left over from an earlier vote on the proposal says nothing of this one.
        var proposalId = context.Id("proposalId");
        var vote = await context.Ask(new LatestVoteQuery(proposalId), ct);
        if (vote.Outcome is not { } outcome)
        {
            return ActivityStep.WaitsFor(proposalId, null, Decided);
        }

        return ActivityStep.Completed(vote.NextSession is null ? outcome : "SecondCall", ("voteId", vote.VoteId.ToString("D")));
    }
}
