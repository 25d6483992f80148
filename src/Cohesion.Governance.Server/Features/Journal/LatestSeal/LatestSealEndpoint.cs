using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Journal.LatestSeal;

internal sealed class LatestSealEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<LatestSealQuery, SealView>("/councils/{councilId}/journal/seal");
}
