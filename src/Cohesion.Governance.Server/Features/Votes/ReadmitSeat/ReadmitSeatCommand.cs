using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.ReadmitSeat;

/// <summary>A seat excluded by mistake takes part again, before the vote closes; a ballot it cast before counts again.</summary>
[Title("readmits a seat to the vote", "恢复席位表决权")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<SeatNotOnRoll>]
[Refuses<SeatNotExcluded>]
[Refuses<RollNotFrozen>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record ReadmitSeatCommand(Guid VoteId, Guid SeatId) : ICommand<Done>, IConcernsVote;
