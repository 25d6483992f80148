using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.GiveFloor;

internal sealed class GiveFloorHandler(GovernanceDbContext db, SpeakersList speakers, TimeProvider clock) : IRequestHandler<GiveFloorCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(GiveFloorCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (meeting.Stage != MeetingStage.InSession)
        {
            return new MeetingStageWrong(meeting.Stage);
        }

        var waiting = (await speakers.Of(meeting, cancellationToken)).FindAll(t => t.IsWaiting);
        if (waiting.Count == 0)
        {
            return new NobodyWaitsToSpeak();
        }

        var next = request.SeatId is { } seat ? waiting.Find(t => t.SeatId == seat) : waiting[0];
        if (next is null)
        {
            return new NotOnSpeakersList();
        }

        await speakers.End(meeting.Id, cancellationToken);
        next.BeganAt = clock.GetUtcNow();
        await speakers.Announce(meeting, cancellationToken);
        return new Done();
    }
}
