using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.CloseMeeting;

/// <summary>The chair ends the session. What was not dealt with is deferred, and listed in the answer.</summary>
[Title("closes the meeting", "宣布闭会")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<MeetingAlreadyClosed>]
[Refuses<MeetingStageWrong>]
internal sealed record CloseMeetingCommand(Guid MeetingId) : ICommand<ClosedMeeting>, IConcernsMeeting;

/// <summary>How a session ended.</summary>
/// <param name="Deferred">Items that were not dealt with, in the order of the agenda.</param>
internal sealed record ClosedMeeting(IReadOnlyList<DeferredItem> Deferred);

/// <summary>An item that waits for another meeting.</summary>
internal sealed record DeferredItem(Guid ItemId, string Title, Guid? ProposalId);
