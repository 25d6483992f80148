using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.StartMeeting;

/// <summary>The chair opens the session, once its hour has come and the quorum of the call is there. Whoever opens it chairs it.</summary>
[Title("opens the meeting", "宣布开会")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<MeetingAlreadyStarted>]
[Refuses<MeetingStageWrong>]
[Refuses<TooEarlyToStart>]
[Refuses<QuorumNotMet>]
internal sealed record StartMeetingCommand(Guid MeetingId) : ICommand<Done>, IConcernsMeeting;
