using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.AskToSpeak;

internal sealed class AskToSpeakHandler(GovernanceDbContext db, SpeakersList speakers, TimeProvider clock) : IRequestHandler<AskToSpeakCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AskToSpeakCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (meeting.Stage != MeetingStage.InSession)
        {
            return new MeetingStageWrong(meeting.Stage);
        }

        if (!speakers.MayAskFor(request.SeatId))
        {
            return new SpeaksForOwnSeat();
        }

        var present = await db.Attendances
            .Where(a => a.MeetingId == meeting.Id && a.Call == meeting.Call && a.SeatId == request.SeatId && a.LeftAt == null)
            .Select(a => (Guid?)a.PersonId).SingleOrDefaultAsync(cancellationToken);
        if (present is not { } person)
        {
            return new SeatNotPresent();
        }

        if ((await speakers.Of(meeting, cancellationToken)).Exists(t => t.SeatId == request.SeatId))
        {
            return new OnSpeakersListAlready();
        }

        var now = clock.GetUtcNow();
        var asked = await db.SpeakerTurns.CountAsync(t => t.MeetingId == meeting.Id && t.SeatId == request.SeatId, cancellationToken);
        db.SpeakerTurns.Add(new SpeakerTurn
        {
            Id = Guid.CreateVersion7(now), MeetingId = meeting.Id, ItemId = meeting.CurrentItemId, SeatId = request.SeatId, Number = asked + 1,
            PersonId = person, AskedAt = now,
        });
        await speakers.Announce(meeting, cancellationToken);
        return new Done();
    }
}
