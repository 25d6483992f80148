using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.MinutesSoFar;

/// <summary>What the minutes would say of a meeting that is being held, if it were closed now. Nothing of it is kept: the draft is written at the end.</summary>
[Title("reads the minutes so far", "查看截至目前的会议纪要")]
[RequiresMembership]
[Refuses<MeetingStageWrong>]
internal sealed record MinutesSoFarQuery(Guid MeetingId) : IQuery<MinutesSoFarView>, IConcernsMeeting;

/// <summary>The minutes so far.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="At">When they were written.</param>
/// <param name="TimeZone">IANA zone of the council, in which all times are meant to be shown.</param>
internal sealed record MinutesSoFarView(string Text, DateTimeOffset At, string TimeZone);
