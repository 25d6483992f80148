using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Processes.ListWorkflows;

internal sealed class ListWorkflowsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListWorkflowsQuery, IReadOnlyList<WorkflowVersionLine>>("/councils/{councilId}/workflows");
}
