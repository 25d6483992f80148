using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Live.WatchTopic;

internal sealed class WatchTopicEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<WatchTopicQuery, LiveCatchUp>("/topics/{topic}");
}
