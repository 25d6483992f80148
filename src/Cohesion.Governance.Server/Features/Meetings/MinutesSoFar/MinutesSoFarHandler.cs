using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.MinutesSoFar;

internal sealed class MinutesSoFarHandler(GovernanceDbContext db, MinutesFactsReader facts, TimeProvider clock)
    : IRequestHandler<MinutesSoFarQuery, Outcome<MinutesSoFarView>>
{
    public async Task<Outcome<MinutesSoFarView>> Handle(MinutesSoFarQuery request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        if (meeting.Stage != MeetingStage.InSession)
        {
            return new MeetingStageWrong(meeting.Stage);
        }

        var read = await facts.Read(meeting, cancellationToken);
        return new MinutesSoFarView(MinutesDraft.Write(read), clock.GetUtcNow(), read.Zone.Id);
    }
}
