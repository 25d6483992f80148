using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.RemindParticipants;

/// <summary>Those who act for seats, and the secretary and convenor, are reminded of a meeting.</summary>
/// <param name="Occasion">What the reminder is one of: sent again for the same occasion it reminds nobody.</param>
[Title("reminds the participants", "提醒与会各方")]
[ProcessOnly]
[Refuses<InvalidRequest>]
internal sealed record RemindParticipantsCommand(Guid MeetingId, string Occasion) : ICommand<Done>, IConcernsMeeting;

internal sealed class RemindParticipantsValidator : AbstractValidator<RemindParticipantsCommand>
{
    public RemindParticipantsValidator() => RuleFor(c => c.Occasion).NotEmpty().MaximumLength(200);
}
