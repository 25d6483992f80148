using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.DecideCorrection;

/// <summary>The secretary takes a correction up, in a new version of the minutes, or turns it down with an answer.</summary>
/// <param name="Text">The whole text with the correction in it; needed where it is taken up.</param>
/// <param name="OnVersion">The version that text was written from; needed where it is taken up.</param>
/// <param name="Answer">What whoever asked is told; needed where it is turned down.</param>
[Title("decides on a correction", "处理纪要更正")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<MinutesNotInDraft>]
[Refuses<CorrectionAlreadyDecided>]
[Refuses<MinutesChangedMeanwhile>]
internal sealed record DecideCorrectionCommand(
    Guid MeetingId, Guid CorrectionId, bool Accepted, string? Text = null, int? OnVersion = null, string? Answer = null) : ICommand<Done>, IConcernsMeeting;

internal sealed class DecideCorrectionValidator : AbstractValidator<DecideCorrectionCommand>
{
    public DecideCorrectionValidator()
    {
        RuleFor(c => c.Text).NotEmpty().MaximumLength(200_000).When(c => c.Accepted);
        RuleFor(c => c.OnVersion).NotNull().When(c => c.Accepted);
        RuleFor(c => c.Answer).NotEmpty().When(c => !c.Accepted);
        RuleFor(c => c.Answer).MaximumLength(4000);
    }
}
