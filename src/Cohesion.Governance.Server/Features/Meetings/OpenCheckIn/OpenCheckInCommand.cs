using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.OpenCheckIn;

/// <summary>Check-in opens shortly before the meeting.</summary>
[Title("opens check-in", "开放签到")]
[ProcessOnly]
internal sealed record OpenCheckInCommand(Guid MeetingId) : ICommand<Done>, IConcernsMeeting;
