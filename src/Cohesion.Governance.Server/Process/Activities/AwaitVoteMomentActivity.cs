using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes.VoteCourse;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits for a moment of an open vote, or for the vote to end before it.</summary>
[Activity("Governance.AwaitVoteMoment", "Wait for a moment of the vote", "等待表决的某一时刻", "Votes", Waits = true)]
[Input("voteId", "Vote", "表决")]
[Input("moment", "Moment: half, lastDay or close", "时刻：half（过半）、lastDay（最后一天）、close（截止）")]
[Input("before", "How long before the end the last day begins", "最后提醒距截止多久", Required = false)]
[Outcome("Reached", "reached", "已到")]
[Outcome("Settled", "settled early", "提前确定")]
[Outcome("Cancelled", "cancelled", "已取消", IsEnd = true)]
internal sealed class AwaitVoteMomentActivity : GovernanceActivity
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Look(context, ct);

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) => Look(context, ct);

    // Whatever woke it, the vote says how things are: an event may be late, and a moment may have passed while the server stood still.
    private static async Task<ActivityStep> Look(ActivityContext context, CancellationToken ct)
    {
        var voteId = context.Id("voteId");
        var vote = await context.Ask(new VoteCourseQuery(voteId), ct);
        if (vote.Stage == VoteStage.Cancelled)
        {
            return ActivityStep.Completed("Cancelled");
        }

        if (vote.SettledAt is not null || vote.Stage == VoteStage.Closed)
        {
            return ActivityStep.Completed("Settled");
        }

        if (vote is not { OpensAt: { } opens, ClosesAt: { } closes })
        {
            throw new InvalidOperationException("The vote has no moments before its ballots are opened.");
        }

        var moment = Enum.Parse<VoteMoment>(context.Text("moment"), ignoreCase: true);
        var before = context.TextOrNull("before") is null ? Day : context.Duration("before");
        var at = moment.Within(opens, closes, before);
        return context.Now >= at
            ? ActivityStep.Completed("Reached")
            : ActivityStep.WaitsFor(voteId, at, "vote.settled", "vote.cancelled");
    }
}
