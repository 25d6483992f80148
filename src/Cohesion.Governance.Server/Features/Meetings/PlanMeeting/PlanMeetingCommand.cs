using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.PlanMeeting;

/// <summary>A meeting is planned with lawful notice, which starts its process: notice, reminders, check-in, session, minutes.</summary>
/// <param name="StartsAt">RFC 3339 with an offset, or a local time without one (2026-11-20T14:00), which is the council's.</param>
/// <param name="ProposalIds">Proposals for its agenda, in order; each must be waiting for a meeting.</param>
[Title("convenes a meeting", "召集会议")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<MeetingTimeUnclear>]
[Refuses<NoticeTooShort>]
[Refuses<ProposalNotAwaitingAgenda>]
internal sealed record PlanMeetingCommand(Guid CouncilId, string Title, string Place, string StartsAt, IReadOnlyList<Guid>? ProposalIds = null)
    : ICommand<Guid>, IConcernsCouncil;

internal sealed class PlanMeetingValidator : AbstractValidator<PlanMeetingCommand>
{
    public PlanMeetingValidator()
    {
        RuleFor(c => c.Title).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Place).NotEmpty().MaximumLength(200);
        RuleFor(c => c.StartsAt).NotEmpty().MaximumLength(40);
        RuleFor(c => c.ProposalIds!.Count).LessThanOrEqualTo(100).When(c => c.ProposalIds is not null);
    }
}
