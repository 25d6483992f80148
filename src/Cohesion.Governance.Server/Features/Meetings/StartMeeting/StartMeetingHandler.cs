using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.StartMeeting;

internal sealed class StartMeetingHandler(
    GovernanceDbContext db, CurrentMember member, MeetingQuorums quorums, ProcessOutbox process, LiveFeed live, TimeProvider clock)
    : IRequestHandler<StartMeetingCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(StartMeetingCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var zone = MeetingTime.ZoneOf(await db.LoadCouncil(meeting.CouncilId, cancellationToken));
        var quorum = await quorums.Read(meeting, null, cancellationToken);
        var now = clock.GetUtcNow();
        if (meeting.Start(member.Id, quorum, zone, now).Refused(out var refusal))
        {
            return refusal;
        }

        process.Signal(MeetingEvents.Started, meeting.CouncilId, meeting.Id, keepUntil: now);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        await live.Announce(Topics.Council(meeting.CouncilId), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        return new Done();
    }
}
