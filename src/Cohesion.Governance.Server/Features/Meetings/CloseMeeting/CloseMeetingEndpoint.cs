using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.CloseMeeting;

internal sealed class CloseMeetingEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CloseMeetingCommand, ClosedMeeting>("/meetings/{meetingId}/close");
}
