using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.ListMeetings;

/// <summary>The meetings of a council, newest first.</summary>
/// <param name="Stage">Only those at this stage.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
[Title("lists meetings", "查看会议列表")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record ListMeetingsQuery(Guid CouncilId, MeetingStage? Stage = null, int? After = null, int Size = Page<object>.DefaultSize)
    : IQuery<Page<MeetingLine>>, IConcernsCouncil;

/// <summary>A meeting in a list.</summary>
internal sealed record MeetingLine(
    Guid Id, int Number, string Title, string Place, DateTimeOffset StartsAt, int Call, MeetingStage Stage, int AgendaItems);

internal sealed class ListMeetingsValidator : AbstractValidator<ListMeetingsQuery>
{
    public ListMeetingsValidator() => RuleFor(q => q.Size).InclusiveBetween(1, Page<object>.MaxSize);
}
