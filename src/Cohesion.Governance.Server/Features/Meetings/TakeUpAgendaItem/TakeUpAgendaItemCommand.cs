using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;

/// <summary>The meeting comes to an item of its agenda.</summary>
[Title("takes up an agenda item", "审议议程事项")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<MeetingStageWrong>]
[Refuses<AgendaItemAlreadyDecided>]
[Refuses<AgendaItemAlreadyTakenUp>]
[Refuses<ProposalLeftAgenda>]
internal sealed record TakeUpAgendaItemCommand(Guid MeetingId, Guid ItemId) : ICommand<Done>, IConcernsMeeting;
