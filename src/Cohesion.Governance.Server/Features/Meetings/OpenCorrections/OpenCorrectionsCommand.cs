using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.OpenCorrections;

/// <summary>The draft minutes are shown to everybody, who may ask for corrections for a while.</summary>
/// <param name="Window">ISO 8601 duration the window stays open.</param>
[Title("opens the minutes for corrections", "开放纪要更正")]
[ProcessOnly]
[Refuses<InvalidRequest>]
[Refuses<MinutesNotInDraft>]
internal sealed record OpenCorrectionsCommand(Guid MeetingId, TimeSpan Window) : ICommand<DateTimeOffset>, IConcernsMeeting;

internal sealed class OpenCorrectionsValidator : AbstractValidator<OpenCorrectionsCommand>
{
    public OpenCorrectionsValidator() => RuleFor(c => c.Window).GreaterThanOrEqualTo(TimeSpan.Zero);
}
