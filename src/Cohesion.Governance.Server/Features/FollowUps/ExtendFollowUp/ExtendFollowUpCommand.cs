using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.ExtendFollowUp;

/// <summary>The owner gets more time; the chase ladder begins again from the new date.</summary>
[Title("extends the due date", "延长期限")]
[RequiresOffice(Office.CouncilSecretary, Office.PartyCommitteeMember)]
[Refuses<InvalidRequest>]
[Refuses<DueDatePassed>]
[Refuses<NotAnExtension>]
[Refuses<EvidenceUnderReview>]
[Refuses<FollowUpNotOpen>]
internal sealed record ExtendFollowUpCommand(Guid FollowUpId, DateTimeOffset DueAt, string Reason) : ICommand<Done>, IConcernsFollowUp;

internal sealed class ExtendFollowUpValidator : AbstractValidator<ExtendFollowUpCommand>
{
    public ExtendFollowUpValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}
