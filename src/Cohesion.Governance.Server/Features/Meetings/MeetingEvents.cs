using Cohesion.Governance.Domain.Meetings;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>What processes are told about meetings, and kinds of what watchers and people are told.</summary>
/// <remarks>A meeting's process looks at the meeting itself whenever it comes to a step, so its events only wake whoever waits and are not kept for
/// others. A proposal's process has nothing else to look at: what it is told is kept until it waits for it.</remarks>
internal static class MeetingEvents
{
    /// <summary>The definition of a meeting's process.</summary>
    public const string Process = "meeting";

    public const string Cancelled = "meeting.cancelled";
    public const string Attendance = "meeting.attendance";
    public const string Started = "meeting.started";
    public const string Closed = "meeting.closed";
    public const string MinutesConfirmed = "minutes.confirmed";

    /// <summary>To a proposal's process: it is on an agenda.</summary>
    public const string Tabled = "proposal.tabled";

    /// <summary>To a proposal's process: what the meeting came to.</summary>
    public const string Deliberated = "proposal.deliberated";

    /// <summary>To watchers: the stage of a meeting changed.</summary>
    public const string LiveStage = "meeting.stage";
    public const string LiveAgenda = "meeting.agenda";
    public const string LiveAttendance = "meeting.attendance";
    public const string LiveSpeakers = "meeting.speakers";
    public const string LiveMinutes = "meeting.minutes";

    /// <summary>Page of a meeting.</summary>
    public static string PathOf(Meeting meeting) => $"/meetings/{meeting.Id:D}";
}
