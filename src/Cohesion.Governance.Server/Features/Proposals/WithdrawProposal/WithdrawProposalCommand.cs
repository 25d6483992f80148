using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.WithdrawProposal;

/// <summary>Whoever raised a proposal takes it back before a vote has begun.</summary>
[Title("withdraws the proposal", "撤回议题")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<NotYourProposal>]
[Refuses<NotOpenToWithdrawal>]
internal sealed record WithdrawProposalCommand(Guid ProposalId, string? Reason = null) : ICommand<Done>, IConcernsProposal;

internal sealed class WithdrawProposalValidator : AbstractValidator<WithdrawProposalCommand>
{
    public WithdrawProposalValidator() => RuleFor(c => c.Reason).MaximumLength(4000);
}
