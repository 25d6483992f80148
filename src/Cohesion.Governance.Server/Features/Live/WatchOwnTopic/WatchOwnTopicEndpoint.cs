using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Live.WatchOwnTopic;

internal sealed class WatchOwnTopicEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<WatchOwnTopicQuery, LiveCatchUp>("/my/topic");
}
