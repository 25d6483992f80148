using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.PublicPage;

internal sealed class PublicPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<PublicPageQuery, PublicPageView>("/councils/{councilId}/public-page");
}
