using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.DraftMinutes;

/// <summary>The minutes are drafted from what happened: attendance, quorum, items, decisions.</summary>
[ProcessOnly]
internal sealed record DraftMinutesCommand(Guid MeetingId) : ICommand<Done>, IConcernsMeeting;
