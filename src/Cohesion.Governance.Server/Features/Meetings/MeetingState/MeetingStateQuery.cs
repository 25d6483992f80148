using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingState;

/// <summary>Where a meeting stands, as its process needs to know.</summary>
[Title("reads where a meeting stands", "查看会议状态")]
[ProcessOnly]
internal sealed record MeetingStateQuery(Guid MeetingId) : IQuery<MeetingMoment>, IConcernsMeeting;

/// <summary>Stage and time of the present call.</summary>
internal sealed record MeetingMoment(MeetingStage Stage, int Call, DateTimeOffset StartsAt);
