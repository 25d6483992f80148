using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingQuorum;

internal sealed class MeetingQuorumHandler(GovernanceDbContext db, MeetingQuorums quorums) : IRequestHandler<MeetingQuorumQuery, Outcome<QuorumReading>>
{
    public async Task<Outcome<QuorumReading>> Handle(MeetingQuorumQuery request, CancellationToken cancellationToken)
    {
        var meeting = await db.LoadMeeting(request.MeetingId, cancellationToken);
        return await quorums.Read(meeting, null, cancellationToken);
    }
}
