using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingQuorum;

/// <summary>Whether the seats at a meeting now are a quorum of the present call, with each condition and what is missing.</summary>
[Title("reads the quorum", "查看到会人数")]
[RequiresMembership]
internal sealed record MeetingQuorumQuery(Guid MeetingId) : IQuery<QuorumReading>, IConcernsMeeting;
