using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CallEnvelopeCounters;
using Cohesion.Governance.Server.Features.Votes.CountVote;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Counts a vote whose ballots have ended. A secret vote that has envelopes waits until two people have opened and counted them; those who can are told at once and every day.</summary>
[Activity("Governance.CountVote", "Count the ballots", "计票", "Votes", Waits = true)]
[Input("voteId", "Vote", "表决")]
[Outcome("Adopted", "adopted", "通过", IsEnd = true)]
[Outcome("Rejected", "rejected", "未通过", IsEnd = true)]
[Outcome("NoQuorum", "no quorum", "人数不足", IsEnd = true)]
[Outcome("Undecided", "undecided", "无法判定", IsEnd = true)]
internal sealed class CountVoteActivity : GovernanceActivity
{
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromDays(1);

    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Count(context, isToCall: true, ct);

    // A vote is called off after its end only where nobody can open it any more; it has decided nothing then.
    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) =>
        resumption.EventName == SecrecyEvents.Cancelled ? Task.FromResult(ActivityStep.Completed("Undecided")) : Count(context, resumption.TimeIsUp, ct);

    private static async Task<ActivityStep> Count(ActivityContext context, bool isToCall, CancellationToken ct)
    {
        var voteId = context.Id("voteId");
        try
        {
            var counted = await context.Send(new CountVoteCommand(voteId), ct);
            return ActivityStep.Completed(counted.Outcome);
        }
        catch (ActivityRefusedException refused) when (refused.Refusal is EnvelopesStillClosed)
        {
            if (isToCall)
            {
                await context.Send(new CallEnvelopeCountersCommand(voteId), ct);
            }

            return ActivityStep.WaitsFor(voteId, context.Now + BetweenCalls, SecrecyEvents.EnvelopesDone, SecrecyEvents.Cancelled);
        }
    }
}
