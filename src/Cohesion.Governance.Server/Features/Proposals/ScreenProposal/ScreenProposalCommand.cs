using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.ScreenProposal;

/// <summary>The secretary accepts a proposal, returns it with what is missing, or merges it into another that says the same.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Decision">What the secretary finds.</param>
/// <param name="Reason">Why; needed unless it is accepted.</param>
/// <param name="MergeIntoId">The proposal that takes it in, when it is merged.</param>
[Title("screens the proposal", "受理议题")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<AlreadyScreened>]
[Refuses<ReasonNeeded>]
[Refuses<MergeTargetUnsuitable>]
internal sealed record ScreenProposalCommand(Guid ProposalId, ScreeningDecision Decision, string? Reason = null, Guid? MergeIntoId = null)
    : ICommand<Done>, IConcernsProposal;

internal sealed class ScreenProposalValidator : AbstractValidator<ScreenProposalCommand>
{
    public ScreenProposalValidator()
    {
        RuleFor(c => c.Decision).IsInEnum();
        RuleFor(c => c.Reason).MaximumLength(4000);
    }
}
