using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.CloseMeeting;

internal sealed class CloseMeetingHandler(GovernanceDbContext db, Agenda agenda, SpeakersList speakers, ProcessOutbox process, LiveFeed live, TimeProvider clock)
    : IRequestHandler<CloseMeetingCommand, Outcome<ClosedMeeting>>
{
    private const string Note = "会议结束时未审议 Not reached before the meeting closed";

    public async Task<Outcome<ClosedMeeting>> Handle(CloseMeetingCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        var items = await db.LoadAgenda(meeting.Id, cancellationToken);
        var proposals = await agenda.ProposalsOf(items, cancellationToken);
        var now = clock.GetUtcNow();
        if (!meeting.Close(items, proposals, Note, now).Granted(out var open, out var refusal))
        {
            return refusal;
        }

        await speakers.End(meeting.Id, cancellationToken);
        AgendaItem[] deferred = [.. open.Where(i => i.Decision == AgendaDecision.Deferred)];
        foreach (var item in deferred.Where(i => i.ProposalId is not null))
        {
            await agenda.TellDeliberated(proposals[item.ProposalId!.Value], meeting, AgendaDecision.Deferred, cancellationToken);
        }

        process.Signal(MeetingEvents.Closed, meeting.CouncilId, meeting.Id, keepUntil: now);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        await live.Announce(Topics.Council(meeting.CouncilId), MeetingEvents.LiveStage, new { meeting.Id, meeting.Stage }, cancellationToken);
        return new ClosedMeeting([.. deferred.Select(i => new DeferredItem(i.Id, i.Title, i.ProposalId))]);
    }
}
