using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingQuorum;

internal sealed class MeetingQuorumEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<MeetingQuorumQuery, QuorumReading>("/meetings/{meetingId}/quorum");
}
