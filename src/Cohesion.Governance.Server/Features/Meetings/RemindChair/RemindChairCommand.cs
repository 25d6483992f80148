using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.RemindChair;

/// <summary>The secretary and the convenor are told that a meeting waits for them: to be opened, closed, or its minutes confirmed.</summary>
/// <param name="Occasion">What the reminder is one of: sent again for the same occasion it reminds nobody.</param>
[Title("reminds the chair", "提醒主持人")]
[ProcessOnly]
[Refuses<InvalidRequest>]
internal sealed record RemindChairCommand(Guid MeetingId, string Occasion) : ICommand<Done>, IConcernsMeeting;

internal sealed class RemindChairValidator : AbstractValidator<RemindChairCommand>
{
    public RemindChairValidator() => RuleFor(c => c.Occasion).NotEmpty().MaximumLength(200);
}
