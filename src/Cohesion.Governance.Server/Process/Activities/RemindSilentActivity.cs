using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes.RemindSilent;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Reminds those who have not voted.</summary>
[Activity("Governance.RemindSilent", "Remind those who have not voted", "提醒尚未投票者", "Votes")]
[Input("voteId", "Vote", "表决")]
[Input("moment", "Moment: half or lastDay", "时刻：half（过半）或 lastDay（最后一天）")]
internal sealed class RemindSilentActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new RemindSilentCommand(context.Id("voteId"), Enum.Parse<VoteMoment>(context.Text("moment"), ignoreCase: true)), ct);
        return ActivityStep.Completed();
    }
}
