using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings;
using Cohesion.Governance.Server.Features.Meetings.MeetingQuorum;
using Cohesion.Governance.Server.Features.Meetings.MeetingState;

namespace Cohesion.Governance.Server.Process.Activities;

/// <summary>Waits for the hour of the meeting and, where the quorum is not there, for those who come late, until the grace is over.</summary>
[Activity("Governance.AwaitQuorum", "Wait for the quorum", "等待达到法定人数", "Meetings", Waits = true)]
[Input("meetingId", "Meeting", "会议")]
[Input("grace", "Grace after the hour of the meeting (ISO 8601)", "开会时间后的宽限（ISO 8601）")]
[Outcome("Quorate", "quorum met, or opened by the chair", "达到法定人数")]
[Outcome("NoQuorum", "no quorum at the end of the grace", "宽限结束仍未达法定人数")]
[Outcome("Cancelled", "called off", "会议取消")]
internal sealed class AwaitQuorumActivity : GovernanceActivity
{
    public override Task<ActivityStep> Begin(ActivityContext context, CancellationToken ct) => Look(context, ct);

    public override Task<ActivityStep> Resume(ActivityContext context, ActivityResumption resumption, CancellationToken ct) => Look(context, ct);

    // Events only say that it is worth looking again; what counts is how things stand.
    private static async Task<ActivityStep> Look(ActivityContext context, CancellationToken ct)
    {
        var id = context.Id("meetingId");
        var meeting = await context.Ask(new MeetingStateQuery(id), ct);
        if (meeting.Stage == MeetingStage.Cancelled)
        {
            return ActivityStep.Completed("Cancelled");
        }

        if (meeting.Stage != MeetingStage.CheckIn)
        {
            return ActivityStep.Completed("Quorate");
        }

        if (context.Now < meeting.StartsAt)
        {
            return ActivityStep.WaitsFor(id, meeting.StartsAt, MeetingEvents.Cancelled);
        }

        if ((await context.Ask(new MeetingQuorumQuery(id), ct)).IsMet)
        {
            return ActivityStep.Completed("Quorate");
        }

        var end = meeting.StartsAt + context.Duration("grace");
        return context.Now < end
            ? ActivityStep.WaitsFor(id, end, MeetingEvents.Attendance, MeetingEvents.Started, MeetingEvents.Cancelled)
            : ActivityStep.Completed("NoQuorum");
    }
}
