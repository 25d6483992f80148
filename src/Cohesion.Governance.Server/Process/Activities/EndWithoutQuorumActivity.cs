using Cohesion.Governance.Server.Features.Meetings.EndWithoutQuorum;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Ends a meeting whose last call came to no quorum; its proposals wait for another one.</summary>
[Activity("Governance.EndWithoutQuorum", "End without a quorum", "因未达法定人数终止", "Meetings")]
[Input("meetingId", "Meeting", "会议")]
internal sealed class EndWithoutQuorumActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        await context.Send(new EndWithoutQuorumCommand(context.Id("meetingId")), ct);
        return ActivityStep.Completed();
    }
}
