using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Streets.StreetFigures;

internal sealed class StreetFiguresEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<StreetFiguresQuery, StreetFiguresView>("/streets/{streetId}/figures");
}
