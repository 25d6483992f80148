using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.WithdrawFromSpeakers;

internal sealed class WithdrawFromSpeakersHandler(GovernanceDbContext db, SpeakersList speakers, TimeProvider clock) : IRequestHandler<WithdrawFromSpeakersCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WithdrawFromSpeakersCommand request, CancellationToken cancellationToken)
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

        var turn = (await speakers.Of(meeting, cancellationToken)).Find(t => t.SeatId == request.SeatId && t.IsWaiting);
        if (turn is null)
        {
            return new NotOnSpeakersList();
        }

        turn.WithdrawnAt = clock.GetUtcNow();
        await speakers.Announce(meeting, cancellationToken);
        return new Done();
    }
}
