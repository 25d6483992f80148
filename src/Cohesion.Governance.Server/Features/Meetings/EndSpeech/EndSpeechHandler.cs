using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.EndSpeech;

internal sealed class EndSpeechHandler(GovernanceDbContext db, SpeakersList speakers) : IRequestHandler<EndSpeechCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EndSpeechCommand request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (meeting.Stage != MeetingStage.InSession)
        {
            return new MeetingStageWrong(meeting.Stage);
        }

        if (!await speakers.End(meeting.Id, cancellationToken))
        {
            return new NobodySpeaks();
        }

        await speakers.Announce(meeting, cancellationToken);
        return new Done();
    }
}
