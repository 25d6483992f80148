using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.CommentOnProposal;

/// <summary>Somebody says something about a proposal in consultation.</summary>
[Title("comments on the proposal", "对议题发表意见")]
[RequiresOffice(
    Office.StreetConvenor, Office.CouncilSecretary, Office.PropertyManager, Office.TenantRepresentative, Office.Owner,
    Office.PartyCommitteeMember, Office.VisitingWorker, OrSeat = true)]
[Refuses<InvalidRequest>]
[Refuses<NotInConsultation>]
internal sealed record CommentOnProposalCommand(Guid ProposalId, string Text) : ICommand<Guid>, IConcernsProposal;

internal sealed class CommentOnProposalValidator : AbstractValidator<CommentOnProposalCommand>
{
    public CommentOnProposalValidator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
}
