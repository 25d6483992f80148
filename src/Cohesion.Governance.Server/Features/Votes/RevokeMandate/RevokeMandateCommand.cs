using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.RevokeMandate;

/// <summary>A mandate is taken back by whoever acts for the seat, or by the secretary who was told so. One for a single vote only until it was used; ballots cast under
/// any other stay. The holder is told. Taken back twice is taken back once.</summary>
[Title("takes a mandate back", "撤回委托")]
[RequiresOffice(Office.CouncilSecretary, OrSeat = true)]
[Refuses<NotYourSeat>]
[Refuses<MandateUsed>]
internal sealed record RevokeMandateCommand(Guid CouncilId, Guid MandateId) : ICommand<Done>, IConcernsCouncil;
