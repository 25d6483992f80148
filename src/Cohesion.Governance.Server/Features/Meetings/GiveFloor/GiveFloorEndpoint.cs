using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.GiveFloor;

internal sealed class GiveFloorEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<GiveFloorCommand, Done>("/meetings/{meetingId}/speakers/floor");
}
