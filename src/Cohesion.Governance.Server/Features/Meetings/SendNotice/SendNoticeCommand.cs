using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.SendNotice;

/// <summary>Everybody in the council is told of the meeting: when, where, what about. A second call is told the same way.</summary>
[Title("sends the notice", "发出会议通知")]
[ProcessOnly]
internal sealed record SendNoticeCommand(Guid MeetingId) : ICommand<Done>, IConcernsMeeting;
