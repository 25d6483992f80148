using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.DeclineFollowUp;

/// <summary>The owner says that an action cannot be his, and why.</summary>
[Title("declines the action", "退回跟进事项")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<NotTheOwner>]
[Refuses<FollowUpAnswered>]
internal sealed record DeclineFollowUpCommand(Guid FollowUpId, string Reason) : ICommand<Done>, IConcernsFollowUp;

internal sealed class DeclineFollowUpValidator : AbstractValidator<DeclineFollowUpCommand>
{
    public DeclineFollowUpValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}
