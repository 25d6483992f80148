using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;

/// <summary>One of those who asked says whether the promise was kept.</summary>
/// <param name="FollowUpId">The action.</param>
/// <param name="Kept">Whether it is so. One "no" returns the action to its owner.</param>
/// <param name="Note">What was seen or what is missing; needed for a "no".</param>
/// <param name="ForPersonId">Whose word it is, where the secretary or a visiting worker enters it for somebody asked in person.</param>
[Title("confirms whether it was kept", "确认是否落实")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<NotForOthers>]
[Refuses<NotAmongThoseWhoAsked>]
[Refuses<ConfirmedAlready>]
[Refuses<NothingToConfirm>]
internal sealed record ConfirmFollowUpCommand(Guid FollowUpId, bool Kept, string Note = "", Guid? ForPersonId = null)
    : ICommand<Done>, IConcernsFollowUp;

internal sealed class ConfirmFollowUpValidator : AbstractValidator<ConfirmFollowUpCommand>
{
    public ConfirmFollowUpValidator()
    {
        RuleFor(c => c.Note).MaximumLength(1000);
        RuleFor(c => c.Note).NotEmpty().When(c => !c.Kept);
    }
}
