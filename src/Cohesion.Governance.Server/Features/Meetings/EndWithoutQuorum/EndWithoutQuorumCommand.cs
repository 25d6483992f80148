using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.EndWithoutQuorum;

/// <summary>A meeting whose last call came to no quorum ends; its proposals wait for another one.</summary>
[Title("ends the meeting without quorum", "因人数不足结束会议")]
[ProcessOnly]
internal sealed record EndWithoutQuorumCommand(Guid MeetingId) : ICommand<Done>, IConcernsMeeting;
