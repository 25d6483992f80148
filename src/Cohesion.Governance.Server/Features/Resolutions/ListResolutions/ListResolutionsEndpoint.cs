using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Resolutions.ListResolutions;

internal sealed class ListResolutionsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListResolutionsQuery, Page<ResolutionRow>>("/councils/{councilId}/resolutions");
}
