using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.SetPublicPage;

internal sealed class SetPublicPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Put<SetPublicPageCommand, Done>("/councils/{councilId}/public-page");
}
