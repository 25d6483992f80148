using Cohesion.Governance.Server.Web.Pages.Councils;
using Cohesion.Governance.Server.Web.Pages.Proposals;
using Cohesion.Governance.Server.Web.Pages.Votes;

namespace Cohesion.Governance.Server.Web.Live;

/// <summary>Every region of every page that changes while people look at it.</summary>
internal static class LiveRegions
{
    public static IReadOnlyList<LiveRegionKind> All { get; } =
    [
        new("council-counts", "council", typeof(CouncilCountsRegion), nameof(CouncilCountsRegion.CouncilId)),
        new("proposal-state", "proposal", typeof(ProposalStateRegion), nameof(ProposalStateRegion.ProposalId)),
        new("meeting-now", "meeting", typeof(Pages.Meetings.MeetingNow), nameof(Pages.Meetings.MeetingNow.MeetingId)),
        new("meeting-attendance", "meeting", typeof(Pages.Meetings.MeetingAttendance), nameof(Pages.Meetings.MeetingAttendance.MeetingId)),
        new("meeting-wall", "meeting", typeof(Pages.Meetings.MeetingWall), nameof(Pages.Meetings.MeetingWall.MeetingId)),
        new("meeting-speakers", "meeting", typeof(Pages.Meetings.MeetingSpeakers), nameof(Pages.Meetings.MeetingSpeakers.MeetingId)),
        new("meeting-minutes", "meeting", typeof(Pages.Meetings.MeetingMinutesSoFar), nameof(Pages.Meetings.MeetingMinutesSoFar.MeetingId)),
        new("vote-count", "vote", typeof(VoteCountRegion), nameof(VoteCountRegion.VoteId)),
    ];
}
