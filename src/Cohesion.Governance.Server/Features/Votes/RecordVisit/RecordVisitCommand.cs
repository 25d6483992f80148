using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.RecordVisit;

/// <summary>Somebody went to see a seat that has not voted. The list shows the last visit; the journal has them all. A visit to a seat that was not listed is recorded as well.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatId">The seat.</param>
/// <param name="Note">What came of it: met, not there, wants a paper ballot …</param>
[Title("records a visit", "记录走访")]
[RequiresOffice(Office.VisitingWorker, Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<SeatNotOnRoll>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record RecordVisitCommand(Guid VoteId, Guid SeatId, string Note) : ICommand<Done>, IConcernsVote;

internal sealed class RecordVisitValidator : AbstractValidator<RecordVisitCommand>
{
    public RecordVisitValidator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(1000);
}
