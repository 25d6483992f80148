using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.AskToSpeak;

/// <summary>A seat that is there asks to speak about what the meeting is dealing with. Chair and secretary record it for whoever raises a hand.</summary>
[Title("asks to speak", "申请发言")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary, OrSeat = true)]
[Refuses<MeetingStageWrong>]
[Refuses<SpeaksForOwnSeat>]
[Refuses<SeatNotPresent>]
[Refuses<OnSpeakersListAlready>]
internal sealed record AskToSpeakCommand(Guid MeetingId, Guid SeatId) : ICommand<Done>, IConcernsMeeting;
