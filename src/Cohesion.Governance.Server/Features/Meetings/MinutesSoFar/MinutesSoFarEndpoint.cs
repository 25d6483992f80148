using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.MinutesSoFar;

internal sealed class MinutesSoFarEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<MinutesSoFarQuery, MinutesSoFarView>("/meetings/{meetingId}/minutes-so-far");
}
