using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.ConfirmMinutes;

internal sealed class ConfirmMinutesHandler(GovernanceDbContext db, ProcessOutbox process, LiveFeed live, TimeProvider clock)
    : IRequestHandler<ConfirmMinutesCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmMinutesCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var zone = MeetingTime.ZoneOf(await db.LoadCouncil(meeting.CouncilId, cancellationToken));
        var now = clock.GetUtcNow();
        var undecided = await db.MinutesCorrections.CountAsync(c => c.MeetingId == meeting.Id && c.Accepted == null, cancellationToken);
        if (meeting.ConfirmMinutes(undecided, zone, now).Refused(out var refusal))
        {
            return refusal;
        }

        process.Signal(MeetingEvents.MinutesConfirmed, meeting.CouncilId, meeting.Id, keepUntil: now);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveMinutes, new { meeting.Id, meeting.Stage }, cancellationToken);
        return new Done();
    }
}
