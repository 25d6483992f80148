using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Councils.ReviseRegister;

/// <summary>The secretary makes the next version of the register. Votes that are open keep the roll they were opened with.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="BasedOn">The version it is based on; another one in force meanwhile refuses it.</param>
/// <param name="Note">Why it is revised.</param>
/// <param name="Add">Seats to add.</param>
/// <param name="Change">Seats to change.</param>
/// <param name="Remove">Seats to remove; whoever acted for them no longer does.</param>
[Title("revises the register", "修订名册")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<RegisterMovedOn>]
[Refuses<SeatNotRegistered>]
[Refuses<UnknownBloc>]
[Refuses<PartyUnknown>]
[Refuses<MeasureUnknown>]
[Refuses<MeasureNotPossible>]
[Refuses<SeatLabelTaken>]
[Refuses<NothingToRevise>]
internal sealed record ReviseRegisterCommand(
    Guid CouncilId, int BasedOn, string Note, IReadOnlyList<SeatToAdd>? Add = null, IReadOnlyList<SeatToChange>? Change = null, IReadOnlyList<Guid>? Remove = null)
    : ICommand<ReviseRegisterAnswer>, IConcernsCouncil;

/// <param name="Version">The new version in force.</param>
/// <param name="Added">The new seats, in the order in which they were given.</param>
internal sealed record ReviseRegisterAnswer(int Version, IReadOnlyList<AddedSeat> Added);

internal sealed record AddedSeat(Guid SeatId, string Label);

internal sealed class ReviseRegisterValidator : AbstractValidator<ReviseRegisterCommand>
{
    public ReviseRegisterValidator()
    {
        RuleFor(c => c.Note).NotEmpty().MaximumLength(1000);
        RuleForEach(c => c.Add).NotNull().ChildRules(seat =>
        {
            seat.RuleFor(s => s.Label).NotEmpty().MaximumLength(ValidationRules.MaxName);
            seat.RuleFor(s => s.PartyName).IsName().When(s => s.PartyName is not null);
        });
        RuleForEach(c => c.Change).NotNull().ChildRules(seat =>
        {
            seat.RuleFor(s => s.Label).NotEmpty().MaximumLength(ValidationRules.MaxName).When(s => s.Label is not null);
            seat.RuleFor(s => s.PartyName).IsName().When(s => s.PartyName is not null);
        });
    }
}
