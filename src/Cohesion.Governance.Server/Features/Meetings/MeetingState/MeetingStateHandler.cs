using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingState;

internal sealed class MeetingStateHandler(GovernanceDbContext db) : IRequestHandler<MeetingStateQuery, Outcome<MeetingMoment>>
{
    public async Task<Outcome<MeetingMoment>> Handle(MeetingStateQuery request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        return new MeetingMoment(meeting.Stage, meeting.Call, meeting.StartsAt);
    }
}
