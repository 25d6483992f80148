using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.AppraiseProposal;

/// <summary>One of those who asked rates what was done: 1 (not at all satisfied) to 5 (fully). The latest word stands while the appraisal is open.</summary>
[Title("appraises what was done", "评议落实情况")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<AppraisalNotOpen>]
[Refuses<NotAskedToAppraise>]
internal sealed record AppraiseProposalCommand(Guid ProposalId, int Rating, string Comment = "") : ICommand<Done>, IConcernsProposal;

internal sealed class AppraiseProposalValidator : AbstractValidator<AppraiseProposalCommand>
{
    public AppraiseProposalValidator()
    {
        RuleFor(c => c.Rating).InclusiveBetween(1, 5);
        RuleFor(c => c.Comment).MaximumLength(4000);
    }
}
