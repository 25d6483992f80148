using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.CheckIn;

internal sealed class CheckInEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CheckInCommand, Done>("/meetings/{meetingId}/check-in");
}
