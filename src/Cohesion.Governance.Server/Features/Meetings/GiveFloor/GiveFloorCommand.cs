using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.GiveFloor;

/// <summary>The chair gives a seat the floor; whoever had it has had it.</summary>
/// <param name="SeatId">The seat; null: who has waited longest, whoever that is by now.</param>
[Title("gives the floor", "请发言")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<MeetingStageWrong>]
[Refuses<NobodyWaitsToSpeak>]
[Refuses<NotOnSpeakersList>]
internal sealed record GiveFloorCommand(Guid MeetingId, Guid? SeatId = null) : ICommand<Done>, IConcernsMeeting;
