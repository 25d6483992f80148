using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Needs.RaiseNeed;

/// <summary>Somebody says what is needed.</summary>
[Title("raises a need", "提出诉求")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record RaiseNeedCommand(Guid CouncilId, string Text) : ICommand<Guid>, IConcernsCouncil;

internal sealed class RaiseNeedValidator : AbstractValidator<RaiseNeedCommand>
{
    public RaiseNeedValidator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
}
