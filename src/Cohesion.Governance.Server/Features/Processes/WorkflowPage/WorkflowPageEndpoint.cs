using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Processes.WorkflowPage;

internal sealed class WorkflowPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<WorkflowPageQuery, WorkflowPageView>("/councils/{councilId}/workflows/{definitionId}");
}
