using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.CancelMeeting;

internal sealed class CancelMeetingEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CancelMeetingCommand, Done>("/meetings/{meetingId}/cancel");
}
