using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.RemoveAgendaItem;

/// <summary>An item is taken off the agenda before the doors open; its proposal waits for another meeting.</summary>
[Title("takes an item off the agenda", "移出议程")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<MeetingStageWrong>]
internal sealed record RemoveAgendaItemCommand(Guid MeetingId, Guid ItemId) : ICommand<Done>, IConcernsMeeting;
