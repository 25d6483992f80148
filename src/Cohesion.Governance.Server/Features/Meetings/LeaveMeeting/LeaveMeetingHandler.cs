using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.LeaveMeeting;

internal sealed class LeaveMeetingHandler(GovernanceDbContext db, Attendees attendees, LiveFeed live, TimeProvider clock)
    : IRequestHandler<LeaveMeetingCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(LeaveMeetingCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (!meeting.IsOpenForCheckIn)
        {
            return new CheckInNotOpen(meeting.Stage);
        }

        if (!attendees.MayRecord(request.SeatId))
        {
            return new OwnSeatOnly();
        }

        var stay = await db.Attendances.SingleOrDefaultAsync(
            a => a.MeetingId == meeting.Id && a.Call == meeting.Call && a.SeatId == request.SeatId && a.LeftAt == null, cancellationToken);
        if (stay is null)
        {
            return new NotCheckedIn();
        }

        stay.LeftAt = clock.GetUtcNow();
        await live.Announce(
            Topics.Meeting(meeting.Id), MeetingEvents.LiveAttendance, new { meeting.Id, request.SeatId, Present = false }, cancellationToken);
        return new Done();
    }
}
