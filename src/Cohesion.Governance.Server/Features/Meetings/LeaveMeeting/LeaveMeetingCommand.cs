using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.LeaveMeeting;

/// <summary>A seat leaves before the end; the minutes will say when.</summary>
[Title("leaves the meeting", "离开会议")]
[RequiresOffice(Office.CouncilSecretary, OrSeat = true)]
[Refuses<CheckInNotOpen>]
[Refuses<OwnSeatOnly>]
[Refuses<NotCheckedIn>]
internal sealed record LeaveMeetingCommand(Guid MeetingId, Guid SeatId) : ICommand<Done>, IConcernsMeeting;
