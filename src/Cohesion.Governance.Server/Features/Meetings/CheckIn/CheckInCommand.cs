using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.CheckIn;

/// <summary>A seat is at the meeting: whoever acts for it says so himself with the code on the wall of the room, or the secretary records who came.</summary>
/// <param name="PersonId">Who came, where the secretary records another's seat.</param>
/// <param name="Code">The six digits on the wall; the secretary needs none.</param>
[Title("checks in", "签到")]
[RequiresOffice(Office.CouncilSecretary, OrSeat = true)]
[Refuses<CheckInNotOpen>]
[Refuses<SeatNotInRegister>]
[Refuses<OwnSeatOnly>]
[Refuses<WhoCameNeeded>]
[Refuses<AttendeeUnknown>]
[Refuses<AlreadyCheckedIn>]
[Refuses<CheckInCodeNeeded>]
[Refuses<CheckInCodeWrong>]
[Refuses<CheckInCodeGuessed>]
internal sealed record CheckInCommand(Guid MeetingId, Guid SeatId, Guid? PersonId = null, [NotInJournal] string? Code = null) : ICommand<Done>, IConcernsMeeting;
