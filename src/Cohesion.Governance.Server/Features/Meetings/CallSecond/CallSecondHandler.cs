using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.CallSecond;

internal sealed class CallSecondHandler(GovernanceDbContext db, MeetingQuorums quorums, LiveFeed live, TimeProvider clock)
    : IRequestHandler<CallSecondCommand, Outcome<bool>>
{
    public async Task<Outcome<bool>> Handle(CallSecondCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var zone = MeetingTime.ZoneOf(await db.LoadCouncil(meeting.CouncilId, cancellationToken));
        var now = clock.GetUtcNow();
        if (!await quorums.MayCallAgain(meeting, cancellationToken) || !meeting.CallAgain(request.After, zone, now))
        {
            return false;
        }

        // Those who came to the first call went home; at the second they are there only if they come again.
        foreach (var stay in await db.Attendances.Where(a => a.MeetingId == meeting.Id && a.LeftAt == null).ToListAsync(cancellationToken))
        {
            stay.LeftAt = now;
        }

        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage, meeting.Call, meeting.StartsAt }, cancellationToken);
        return true;
    }
}
