using Cohesion.Governance.Server.Features.Meetings.CallSecond;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Calls the meeting a second time, where the council's rule provides a second call.</summary>
[Activity("Governance.CallSecondMeeting", "Call it a second time", "再次召集", "Meetings")]
[Input("meetingId", "Meeting", "会议")]
[Input("after", "How long after the first call (ISO 8601)", "与首次召集相隔（ISO 8601）")]
[Outcome("Called", "called again", "已再次召集")]
[Outcome("NotAllowed", "the rule has no further call", "规则不允许再次召集")]
internal sealed class CallSecondMeetingActivity : GovernanceActivity
{
    public override async Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct)
    {
        var called = await context.Send(new CallSecondCommand(context.Id("meetingId"), context.Duration("after")), ct);
        return ActivityStep.Completed(called ? "Called" : "NotAllowed");
    }
}
