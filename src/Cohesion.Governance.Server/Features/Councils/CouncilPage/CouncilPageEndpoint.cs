using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.CouncilPage;

internal sealed class CouncilPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<CouncilPageQuery, CouncilView>("/councils/{councilId}");
}
