using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Streets.StreetBoard;

internal sealed class StreetBoardEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<StreetBoardQuery, StreetBoardView>("/streets/{streetId}/board");
}
