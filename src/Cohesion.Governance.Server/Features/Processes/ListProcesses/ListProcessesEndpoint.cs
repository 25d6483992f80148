using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Processes.ListProcesses;

internal sealed class ListProcessesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListProcessesQuery, Page<ProcessInList>>("/councils/{councilId}/processes");
}
