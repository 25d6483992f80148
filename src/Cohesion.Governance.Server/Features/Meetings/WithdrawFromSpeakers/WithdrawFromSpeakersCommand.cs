using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.WithdrawFromSpeakers;

/// <summary>A seat that waits to speak does so no longer.</summary>
[Title("takes a seat off the speakers' list", "取消发言申请")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary, OrSeat = true)]
[Refuses<MeetingStageWrong>]
[Refuses<SpeaksForOwnSeat>]
[Refuses<NotOnSpeakersList>]
internal sealed record WithdrawFromSpeakersCommand(Guid MeetingId, Guid SeatId) : ICommand<Done>, IConcernsMeeting;
