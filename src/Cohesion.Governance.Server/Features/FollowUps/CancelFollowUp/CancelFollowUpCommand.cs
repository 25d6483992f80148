using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;

/// <summary>An action is given up, with the reason.</summary>
[Title("cancels the action", "取消跟进事项")]
[RequiresOffice(Office.CouncilSecretary, Office.PartyCommitteeMember)]
[Refuses<InvalidRequest>]
[Refuses<EvidenceUnderReview>]
[Refuses<FollowUpNotOpen>]
internal sealed record CancelFollowUpCommand(Guid FollowUpId, string Reason) : ICommand<Done>, IConcernsFollowUp;

internal sealed class CancelFollowUpValidator : AbstractValidator<CancelFollowUpCommand>
{
    public CancelFollowUpValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}
