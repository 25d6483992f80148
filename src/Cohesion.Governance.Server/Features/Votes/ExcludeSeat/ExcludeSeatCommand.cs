using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.ExcludeSeat;

/// <summary>A seat is taken out of a vote before it closes; a ballot it has cast is kept and not counted. Its representatives are told.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">The seat.</param>
/// <param name="Ground">A word of the rule language: <c>conflictOfInterest</c>, <c>arrears</c>, <c>notAffected</c> …</param>
/// <param name="Reason">Why the ground applies to this seat, for everybody to read.</param>
[Title("excludes a seat from the vote", "排除席位表决权")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<SeatNotOnRoll>]
[Refuses<SeatAlreadyExcluded>]
[Refuses<GroundNotInRule>]
[Refuses<RollNotFrozen>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record ExcludeSeatCommand(Guid VoteId, Guid SeatId, string Ground, string Reason) : ICommand<Done>, IConcernsVote;

internal sealed class ExcludeSeatValidator : AbstractValidator<ExcludeSeatCommand>
{
    public ExcludeSeatValidator()
    {
        RuleFor(c => c.Ground).NotEmpty().MaximumLength(40).Matches("^[A-Za-z][A-Za-z0-9_-]*$");
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }
}
