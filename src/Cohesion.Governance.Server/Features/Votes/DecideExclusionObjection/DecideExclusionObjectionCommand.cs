using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.DecideExclusionObjection;

/// <summary>Somebody other than who excluded a seat decides on its objection, before the vote closes. Upheld, the seat takes part again. Both stand in the result.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">The excluded seat.</param>
/// <param name="Upheld">Whether the objection is right.</param>
/// <param name="Finding">Why, for everybody to read.</param>
[Title("decides on an objection to an exclusion", "处理对排除的异议")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<SeatNotExcluded>]
[Refuses<NoExclusionObjection>]
[Refuses<ExclusionObjectionDecided>]
[Refuses<ExcluderDoesNotDecide>]
[Refuses<RollNotFrozen>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record DecideExclusionObjectionCommand(Guid VoteId, Guid SeatId, bool Upheld, string Finding) : ICommand<Done>, IConcernsVote;

internal sealed class DecideExclusionObjectionValidator : AbstractValidator<DecideExclusionObjectionCommand>
{
    public DecideExclusionObjectionValidator() => RuleFor(c => c.Finding).NotEmpty().MaximumLength(2000);
}
