using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.OpenCheckIn;

internal sealed class OpenCheckInHandler(GovernanceDbContext db, NoticeBoard board, LiveFeed live) : IRequestHandler<OpenCheckInCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(OpenCheckInCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (!meeting.OpenCheckIn())
        {
            return new Done();
        }

        var council = await db.LoadCouncil(meeting.CouncilId, cancellationToken);
        var seats = await db.SeatsInForce(council).Select(s => s.SeatId).ToListAsync(cancellationToken);
        await board.TellSeats(
            council.Id, seats, "meeting.check-in",
            new LocalText($"Check-in is open: “{meeting.Title}”, {meeting.Place}.", $"会议“{meeting.Title}”开始签到，地点：{meeting.Place}。"),
            MeetingEvents.PathOf(meeting), cancellationToken);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        return new Done();
    }
}
