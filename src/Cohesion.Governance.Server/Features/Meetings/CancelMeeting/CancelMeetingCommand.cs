using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.CancelMeeting;

/// <summary>A meeting is called off before it has begun; everybody is told why, and its proposals wait for another one.</summary>
[Title("cancels the meeting", "取消会议")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<MeetingAlreadyCancelled>]
[Refuses<MeetingStageWrong>]
internal sealed record CancelMeetingCommand(Guid MeetingId, string Reason) : ICommand<Done>, IConcernsMeeting;

internal sealed class CancelMeetingValidator : AbstractValidator<CancelMeetingCommand>
{
    public CancelMeetingValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
}
