using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Streets.ListBuildings;

internal sealed class ListBuildingsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListBuildingsQuery, BuildingsOfStreet>("/streets/{streetId}/buildings");
}
