using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Postings.WithdrawObjection;

/// <summary>An objector takes the objection back, usually after an agreement.</summary>
/// <param name="ObjectionId">The objection.</param>
/// <param name="Agreement">What was agreed, where something was.</param>
[Title("withdraws an objection", "撤回异议")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<NotYourObjection>]
[Refuses<ObjectionIsSettled>]
internal sealed record WithdrawObjectionCommand(Guid ObjectionId, string? Agreement = null) : ICommand<Done>, IConcernsObjection;

internal sealed class WithdrawObjectionValidator : AbstractValidator<WithdrawObjectionCommand>
{
    public WithdrawObjectionValidator() => RuleFor(c => c.Agreement).MaximumLength(4000);
}
