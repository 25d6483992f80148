using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.ReassignFollowUp;

/// <summary>An action is given to somebody else, who is asked in turn.</summary>
/// <param name="FollowUpId">The action.</param>
/// <param name="OwnerPersonId">Who is to own it.</param>
/// <param name="Reason">Why, for both owners.</param>
/// <param name="DueAt">Another due date, where the present one no longer fits.</param>
[Title("reassigns the action", "改派跟进事项")]
[RequiresOffice(Office.CouncilSecretary, Office.PartyCommitteeMember)]
[Refuses<InvalidRequest>]
[Refuses<OwnerOutsideCouncil>]
[Refuses<OwnedAlready>]
[Refuses<DueDatePassed>]
[Refuses<EvidenceUnderReview>]
[Refuses<FollowUpNotOpen>]
internal sealed record ReassignFollowUpCommand(Guid FollowUpId, Guid OwnerPersonId, string Reason, DateTimeOffset? DueAt = null)
    : ICommand<Done>, IConcernsFollowUp;

internal sealed class ReassignFollowUpValidator : AbstractValidator<ReassignFollowUpCommand>
{
    public ReassignFollowUpValidator()
    {
        RuleFor(c => c.OwnerPersonId).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }
}
