using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.PublishMinutes;

/// <summary>The confirmed minutes are published to everybody in the council.</summary>
[Title("publishes the minutes", "发布会议纪要")]
[ProcessOnly]
internal sealed record PublishMinutesCommand(Guid MeetingId) : ICommand<Done>, IConcernsMeeting;
