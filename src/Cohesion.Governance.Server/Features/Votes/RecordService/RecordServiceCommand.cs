using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.RecordService;

/// <summary>Adds to the log of what became of bringing ballot papers to these seats. A delivery serves, so does a refusal before a witness; a paper that could not be
/// delivered serves once it was posted as well. Under a rule by which silence counts, only seats so served can be counted by their silence. Answers with the number of seats
/// newly served; the same line sent twice stands once.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="SeatIds">The seats, at most 500.</param>
/// <param name="Proof">What proves it.</param>
/// <param name="Kind">Delivered, refused, undeliverable or posted.</param>
/// <param name="At">When it happened; absent: now.</param>
/// <param name="Witness">Who saw it; a refusal serves only with one.</param>
/// <param name="Place">Where.</param>
/// <param name="ScanHash">SHA-256 of the proof's scan.</param>
[Title("records the service of a ballot paper", "登记选票送达")]
[RequiresOffice(Office.CouncilSecretary, Office.VisitingWorker)]
[Refuses<InvalidRequest>]
[Refuses<SeatNotOnRoll>]
[Refuses<ServedInFuture>]
[Refuses<RollNotFrozen>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record RecordServiceCommand(
    Guid VoteId, IReadOnlyList<Guid> SeatIds, string Proof, DeliveryKind Kind = DeliveryKind.Delivered, DateTimeOffset? At = null, string? Witness = null,
    string? Place = null, string? ScanHash = null) : ICommand<int>, IConcernsVote;

internal sealed class RecordServiceValidator : AbstractValidator<RecordServiceCommand>
{
    public RecordServiceValidator()
    {
        RuleFor(c => c.SeatIds).NotEmpty().Must(seats => seats.Count <= 500)
            .WithMessage("At most 500 seats at once. 每次最多 500 个席位。");
        RuleFor(c => c.Proof).NotEmpty().MaximumLength(400);
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Witness).MaximumLength(200);
        RuleFor(c => c.Place).MaximumLength(200);
        RuleFor(c => c.ScanHash).IsSha256();
    }
}
