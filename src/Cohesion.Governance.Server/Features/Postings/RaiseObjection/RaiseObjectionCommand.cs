using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Postings.RaiseObjection;

/// <summary>Somebody objects to a posted result: in his own name, or for the seat he acts for.</summary>
/// <param name="ProposalId">The proposal whose result is posted.</param>
/// <param name="Text">What is objected to and why.</param>
/// <param name="SeatId">The seat; where none is given and the caller acts for exactly one, that one.</param>
[Title("raises an objection", "提出异议")]
[RequiresOffice(
    Office.StreetConvenor, Office.CouncilSecretary, Office.PropertyManager, Office.TenantRepresentative, Office.Owner,
    Office.PartyCommitteeMember, Office.VisitingWorker, OrSeat = true)]
[Refuses<InvalidRequest>]
[Refuses<PostingIsClosed>]
[Refuses<AlreadyObjected>]
[Refuses<NotTheObjectorsSeat>]
[Refuses<SayWhichSeat>]
internal sealed record RaiseObjectionCommand(Guid ProposalId, string Text, Guid? SeatId = null) : ICommand<Guid>, IConcernsProposal;

internal sealed class RaiseObjectionValidator : AbstractValidator<RaiseObjectionCommand>
{
    public RaiseObjectionValidator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
}
