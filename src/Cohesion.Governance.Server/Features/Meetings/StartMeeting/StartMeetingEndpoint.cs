using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.StartMeeting;

internal sealed class StartMeetingEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<StartMeetingCommand, Done>("/meetings/{meetingId}/start");
}
