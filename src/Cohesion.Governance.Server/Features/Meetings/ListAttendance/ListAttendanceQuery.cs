using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.ListAttendance;

/// <summary>Every seat of the register in force and whether it is at the meeting, by label: what the door works with.</summary>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Came">Only seats that came at the present call, whether or not they have left.</param>
[Title("reads the attendance", "查看签到情况")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record ListAttendanceQuery(Guid MeetingId, string? After = null, int Size = Page<object>.DefaultSize, bool Came = false)
    : IQuery<Page<AttendanceLine>>, IConcernsMeeting;

/// <summary>A seat and its last stay at the present call.</summary>
/// <param name="Bloc">Code of its bloc.</param>
/// <param name="Person">Who came for it; null where nobody did.</param>
internal sealed record AttendanceLine(
    Guid SeatId, string Label, LocalText Party, string Bloc, bool IsPresent, LocalText? Person, DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt);

internal sealed class ListAttendanceValidator : AbstractValidator<ListAttendanceQuery>
{
    public ListAttendanceValidator()
    {
        RuleFor(q => q.Size).InclusiveBetween(1, Page<object>.MaxSize);
        RuleFor(q => q.After).Must(after => after is null || Guid.TryParse(after, out _));
    }
}
