using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.DraftMinutes;

/// <summary>The minutes are drafted from what happened: attendance, quorum, items, decisions.</summary>
[Title("drafts the minutes", "起草会议纪要")]
[ProcessOnly]
internal sealed record DraftMinutesCommand(Guid MeetingId) : ICommand<Done>, IConcernsMeeting;
