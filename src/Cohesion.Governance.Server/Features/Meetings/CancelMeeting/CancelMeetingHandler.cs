using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.CancelMeeting;

internal sealed class CancelMeetingHandler(
    GovernanceDbContext db, Agenda agenda, ProcessOutbox process, NoticeBoard board, LiveFeed live, TimeProvider clock)
    : IRequestHandler<CancelMeetingCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CancelMeetingCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var now = clock.GetUtcNow();
        if (meeting.Cancel(request.Reason, now).Refused(out var refusal))
        {
            return refusal;
        }

        await agenda.SendBack(meeting, await db.LoadAgenda(meeting.Id, cancellationToken), cancellationToken);
        process.Signal(MeetingEvents.Cancelled, meeting.CouncilId, meeting.Id, keepUntil: now);

        // Whoever was never called need not be told that it is off.
        if (meeting.NoticeSentAt is not null)
        {
            await board.TellAll(
                meeting.CouncilId, "meeting.cancelled",
                new LocalText($"“{meeting.Title}” was called off: {request.Reason}", $"会议“{meeting.Title}”取消：{request.Reason}"),
                MeetingEvents.PathOf(meeting), cancellationToken);
        }

        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        await live.Announce(Topics.Council(meeting.CouncilId), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        return new Done();
    }
}
