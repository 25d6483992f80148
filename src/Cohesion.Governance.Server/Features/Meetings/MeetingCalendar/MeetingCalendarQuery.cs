using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingCalendar;

/// <summary>The notice of a meeting as a calendar file (RFC 5545) that phones and desks take over.</summary>
[Title("takes the calendar file", "下载日历文件")]
[RequiresMembership]
internal sealed record MeetingCalendarQuery(Guid MeetingId) : IQuery<CalendarFile>, IConcernsMeeting;

/// <summary>An iCalendar file.</summary>
/// <param name="Name">File name to offer.</param>
/// <param name="Content">The text, UTF-8, lines ended by CRLF and folded at 75 octets.</param>
internal sealed record CalendarFile(string Name, string Content);
