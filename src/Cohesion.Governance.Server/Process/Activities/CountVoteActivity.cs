using Cohesion.Governance.Server.Features.Votes.CountVote;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Counts a vote whose ballots have ended.</summary>
[Activity("Governance.CountVote", "Count the ballots", "计票", "Votes")]
[Input("voteId", "Vote", "表决")]
[Outcome("Adopted", "adopted", "通过", IsEnd = true)]
[Outcome("Rejected", "rejected", "未通过", IsEnd = true)]
[Outcome("NoQuorum", "no quorum", "人数不足", IsEnd = true)]
[Outcome("Undecided", "undecided", "无法判定", IsEnd = true)]
internal sealed class CountVoteActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var counted = await context.Send(new CountVoteCommand(context.Id("voteId")), ct);
        return ActivityStep.Completed(counted.Outcome);
    }
}
