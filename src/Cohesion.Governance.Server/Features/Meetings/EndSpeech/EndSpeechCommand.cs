using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.EndSpeech;

/// <summary>The chair records that whoever has the floor has finished.</summary>
[Title("ends a speech", "结束发言")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<MeetingStageWrong>]
[Refuses<NobodySpeaks>]
internal sealed record EndSpeechCommand(Guid MeetingId) : ICommand<Done>, IConcernsMeeting;
