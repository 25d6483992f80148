namespace Cohesion.Governance.Server.Web.Live;

/// <summary>Every region of every page that changes while people look at it.</summary>
internal static class LiveRegions
{
    public static IReadOnlyList<LiveRegionKind> All { get; } =
    [
        new("meeting-now", "meeting", typeof(Pages.Meetings.MeetingNow), nameof(Pages.Meetings.MeetingNow.MeetingId)),
        new("meeting-attendance", "meeting", typeof(Pages.Meetings.MeetingAttendance), nameof(Pages.Meetings.MeetingAttendance.MeetingId)),
    ];
}
