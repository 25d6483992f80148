using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Needs.ListNeeds;

internal sealed class ListNeedsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListNeedsQuery, Page<NeedLine>>("/councils/{councilId}/needs");
}
