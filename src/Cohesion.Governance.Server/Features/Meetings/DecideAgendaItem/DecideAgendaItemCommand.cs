using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;

/// <summary>What the meeting came to about an item is recorded; a proposal's process goes on with it.</summary>
/// <param name="Note">What was said, for the minutes.</param>
/// <param name="Secret">Whether the vote it goes to is to be secret.</param>
[Title("decides on an agenda item", "议定议程事项")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<MeetingStageWrong>]
[Refuses<AgendaItemAlreadyDecided>]
[Refuses<DecisionDoesNotFit>]
[Refuses<ProposalLeftAgenda>]
internal sealed record DecideAgendaItemCommand(Guid MeetingId, Guid ItemId, AgendaDecision Decision, string? Note = null, bool Secret = false) : ICommand<Done>, IConcernsMeeting;

internal sealed class DecideAgendaItemValidator : AbstractValidator<DecideAgendaItemCommand>
{
    public DecideAgendaItemValidator()
    {
        RuleFor(c => c.Decision).IsInEnum().NotEqual(AgendaDecision.None);
        RuleFor(c => c.Note).MaximumLength(4000);
        RuleFor(c => c.Secret).Equal(false).When(c => c.Decision != AgendaDecision.ToVote)
            .WithMessage("Only what goes to the vote can be voted on in secret. 只有提交表决的事项才能选择无记名。");

        // Whoever must rework a proposal, or wait, is owed a reason.
        RuleFor(c => c.Note).NotEmpty().When(c => c.Decision is AgendaDecision.Rework or AgendaDecision.Deferred);
    }
}
