using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Processes.ProcessMap;

internal sealed class ProcessMapEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) =>
        routes.Get<ProcessMapQuery, ProcessMapView>("/councils/{councilId}/processes/{definitionId}/{about}/map");
}
