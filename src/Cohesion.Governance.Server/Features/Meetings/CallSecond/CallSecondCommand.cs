using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.CallSecond;

/// <summary>A meeting that came to no quorum is called a second time, where the council's rule provides one.</summary>
/// <param name="After">ISO 8601 duration between the calls.</param>
[Title("considers a second call", "考虑再次召集会议")]
[ProcessOnly]
[Refuses<InvalidRequest>]
internal sealed record CallSecondCommand(Guid MeetingId, TimeSpan After) : ICommand<bool>, IConcernsMeeting;

internal sealed class CallSecondValidator : AbstractValidator<CallSecondCommand>
{
    public CallSecondValidator() => RuleFor(c => c.After).GreaterThan(TimeSpan.Zero);
}
