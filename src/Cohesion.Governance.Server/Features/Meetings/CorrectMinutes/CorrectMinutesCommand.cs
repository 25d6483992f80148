using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.CorrectMinutes;

/// <summary>Somebody asks for a correction of draft minutes.</summary>
[Title("asks for a correction of the minutes", "提出纪要更正")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary, Office.PartyCommitteeMember, OrSeat = true)]
[Refuses<InvalidRequest>]
[Refuses<MinutesNotInDraft>]
[Refuses<CorrectionsClosed>]
internal sealed record CorrectMinutesCommand(Guid MeetingId, string Text) : ICommand<Guid>, IConcernsMeeting;

internal sealed class CorrectMinutesValidator : AbstractValidator<CorrectMinutesCommand>
{
    public CorrectMinutesValidator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
}
