using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.RecordService;

/// <summary>Ballot papers reached these seats, and this proves it. Under a rule by which silence counts, only seats so served can be counted by their silence.
/// Answers with the number of seats newly served; a proof given before stays.</summary>
[Title("records the service of a ballot paper", "登记选票送达")]
[RequiresOffice(Office.CouncilSecretary, Office.VisitingWorker)]
[Refuses<InvalidRequest>]
[Refuses<SeatNotOnRoll>]
[Refuses<RollNotFrozen>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record RecordServiceCommand(Guid VoteId, IReadOnlyList<Guid> SeatIds, string Proof) : ICommand<int>, IConcernsVote;

internal sealed class RecordServiceValidator : AbstractValidator<RecordServiceCommand>
{
    public RecordServiceValidator()
    {
        RuleFor(c => c.SeatIds).NotEmpty().Must(seats => seats.Count <= 500)
            .WithMessage("At most 500 seats at once. 每次最多 500 个席位。");
        RuleFor(c => c.Proof).NotEmpty().MaximumLength(400);
    }
}
