using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.ObjectToExclusion;

/// <summary>The representative of a seat that was taken out of a vote objects, before the vote closes. Those who may decide on it are told.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">The excluded seat; the caller acts for it.</param>
/// <param name="Objection">What he holds against it.</param>
[Title("objects to an exclusion", "对排除提出异议")]
[RequiresSeat]
[Refuses<InvalidRequest>]
[Refuses<NotYourSeat>]
[Refuses<SeatNotExcluded>]
[Refuses<ExclusionObjectedTo>]
[Refuses<RollNotFrozen>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record ObjectToExclusionCommand(Guid VoteId, Guid SeatId, string Objection) : ICommand<Done>, IConcernsVote;

internal sealed class ObjectToExclusionValidator : AbstractValidator<ObjectToExclusionCommand>
{
    public ObjectToExclusionValidator() => RuleFor(c => c.Objection).NotEmpty().MaximumLength(2000);
}
