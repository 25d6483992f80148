using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.DraftMinutes;

internal sealed class DraftMinutesHandler(GovernanceDbContext db, MinutesFactsReader facts, LiveFeed live, TimeProvider clock)
    : IRequestHandler<DraftMinutesCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DraftMinutesCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (meeting.Stage != MeetingStage.Closed)
        {
            return new Done();
        }

        var text = MinutesDraft.Write(await facts.Read(meeting, cancellationToken));
        db.MinutesTexts.Add(meeting.TakeDraft(text, clock.GetUtcNow())!);
        await live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveMinutes, new { meeting.Id, meeting.Stage, Version = 1 }, cancellationToken);
        return new Done();
    }
}
