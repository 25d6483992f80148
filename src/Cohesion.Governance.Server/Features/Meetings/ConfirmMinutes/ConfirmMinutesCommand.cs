using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.ConfirmMinutes;

/// <summary>The minutes are confirmed as they stand, after the window for corrections and once each is dealt with.</summary>
[Title("confirms the minutes", "确认会议纪要")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<MinutesAlreadyConfirmed>]
[Refuses<MinutesNotInDraft>]
[Refuses<CorrectionsStillOpen>]
[Refuses<CorrectionsUndecided>]
internal sealed record ConfirmMinutesCommand(Guid MeetingId) : ICommand<Done>, IConcernsMeeting;
