using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingCalendar;

internal sealed class MeetingCalendarHandler(GovernanceDbContext db, Reader reader, TimeProvider clock)
    : IRequestHandler<MeetingCalendarQuery, Outcome<CalendarFile>>
{
    public async Task<Outcome<CalendarFile>> Handle(MeetingCalendarQuery request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var council = await db.LoadCouncil(meeting.CouncilId, cancellationToken);
        var items = await db.LoadAgenda(meeting.Id, cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"meeting-{meeting.Number}.ics");
        return new CalendarFile(name, MeetingCalendarFile.Write(meeting, reader.Say(council.Name), items, clock.GetUtcNow()));
    }
}
