using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.ListAttendance;

internal sealed class ListAttendanceHandler(GovernanceDbContext db) : IRequestHandler<ListAttendanceQuery, Outcome<Page<AttendanceLine>>>
{
    public async Task<Outcome<Page<AttendanceLine>>> Handle(ListAttendanceQuery request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var council = await db.LoadCouncil(meeting.CouncilId, cancellationToken);
        var seats = db.SeatsInForce(council);
        if (request.After is { } after)
        {
            var last = await seats.SingleOrDefaultAsync(s => s.SeatId == Guid.Parse(after), cancellationToken);
            if (last is null)
            {
                return new NotFound();
            }

            seats = seats.Where(s => s.Label.CompareTo(last.Label) > 0 || (s.Label == last.Label && s.SeatId.CompareTo(last.SeatId) > 0));
        }

        if (request.Came)
        {
            seats = seats.Where(s => db.Attendances.Any(a => a.MeetingId == meeting.Id && a.Call == meeting.Call && a.SeatId == s.SeatId));
        }

        var page = await seats.OrderBy(s => s.Label).ThenBy(s => s.SeatId).Take(request.Size + 1)
            .Join(db.Parties, s => s.PartyId, p => p.Id, (s, p) => new { s.SeatId, s.Label, s.BlocId, Party = p.Name })
            .Join(db.Blocs, s => s.BlocId, b => b.Id, (s, b) => new { s.SeatId, s.Label, s.Party, b.Code })
            .OrderBy(s => s.Label).ThenBy(s => s.SeatId)
            .ToListAsync(cancellationToken);
        var shown = page.Take(request.Size).ToList();
        Guid[] ids = [.. shown.Select(s => s.SeatId)];
        var stays = (await db.Attendances.AsNoTracking()
                .Where(a => a.MeetingId == meeting.Id && a.Call == meeting.Call && ids.Contains(a.SeatId))
                .Join(db.People, a => a.PersonId, p => p.Id, (a, p) => new { a.SeatId, a.Stay, a.ArrivedAt, a.LeftAt, p.Name })
                .ToListAsync(cancellationToken))
            .GroupBy(a => a.SeatId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Stay)!);
        return new Page<AttendanceLine>(
            [.. shown.Select(s => stays.TryGetValue(s.SeatId, out var stay)
                ? new AttendanceLine(s.SeatId, s.Label, s.Party, s.Code, stay.LeftAt is null, stay.Name, stay.ArrivedAt, stay.LeftAt)
                : new AttendanceLine(s.SeatId, s.Label, s.Party, s.Code, IsPresent: false, null, null, null))],
            page.Count > request.Size ? shown[^1].SeatId.ToString("D") : null);
    }
}
