using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.LeaveMeeting;

internal sealed class LeaveMeetingEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<LeaveMeetingCommand, Done>("/meetings/{meetingId}/leave");
}
