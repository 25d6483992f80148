using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Streets.AddBuilding;

internal sealed class AddBuildingEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AddBuildingCommand, Guid>("/streets/{streetId}/buildings", creates: true);
}
