using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.EndWithoutQuorum;

internal sealed class EndWithoutQuorumHandler(GovernanceDbContext db, Agenda agenda, NoticeBoard board, LiveFeed live, TimeProvider clock)
    : IRequestHandler<EndWithoutQuorumCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EndWithoutQuorumCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (!meeting.EndWithoutQuorum(clock.GetUtcNow()))
        {
            return new Done();
        }

        await agenda.SendBack(meeting, await db.LoadAgenda(meeting.Id, cancellationToken), cancellationToken);
        await board.TellAll(
            meeting.CouncilId, "meeting.no-quorum",
            new LocalText(
                $"“{meeting.Title}” ended for want of a quorum. Its proposals wait for another meeting.",
                $"会议“{meeting.Title}”因未达法定人数而终止，所列议题等待下次会议审议。"),
            MeetingEvents.PathOf(meeting), cancellationToken);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        await live.Announce(Topics.Council(meeting.CouncilId), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        return new Done();
    }
}
