using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.TakePosition;

/// <summary>Whoever acts for a seat states what that seat's bloc says of the current version. Not a vote; the latest word stands.</summary>
[Title("states the bloc's position", "表明界别立场")]
[RequiresSeat]
[Refuses<InvalidRequest>]
[Refuses<NotInConsultation>]
[Refuses<UnknownBloc>]
[Refuses<NotOfThatBloc>]
internal sealed record TakePositionCommand(Guid ProposalId, string BlocCode, PositionTaken Position, string Note = "") : ICommand<Done>, IConcernsProposal;

internal sealed class TakePositionValidator : AbstractValidator<TakePositionCommand>
{
    public TakePositionValidator()
    {
        RuleFor(c => c.BlocCode).NotEmpty().MaximumLength(40);
        RuleFor(c => c.Position).IsInEnum();
        RuleFor(c => c.Note).MaximumLength(4000);
    }
}
