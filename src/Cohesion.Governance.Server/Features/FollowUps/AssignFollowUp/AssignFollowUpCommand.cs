using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.AssignFollowUp;

/// <summary>A promise gets an owner and a due date, which starts its process.</summary>
[Title("assigns a follow-up action", "布置跟进事项")]
[RequiresOffice(Office.CouncilSecretary, Office.PartyCommitteeMember)]
[Refuses<InvalidRequest>]
[Refuses<ResolutionSettled>]
[Refuses<NoActionDeclared>]
[Refuses<OwnerOutsideCouncil>]
[Refuses<AssignedAlready>]
[Refuses<DueDatePassed>]
internal sealed record AssignFollowUpCommand(Guid ResolutionId, Guid OwnerPersonId, string Title, DateTimeOffset DueAt)
    : ICommand<Guid>, IConcernsResolution;

internal sealed class AssignFollowUpValidator : AbstractValidator<AssignFollowUpCommand>
{
    public AssignFollowUpValidator()
    {
        RuleFor(c => c.Title).NotEmpty().MaximumLength(200);
        RuleFor(c => c.OwnerPersonId).NotEmpty();
    }
}
