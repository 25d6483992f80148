using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.ListWorkflowVariables;

internal sealed class ListWorkflowVariablesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListWorkflowVariablesQuery, IReadOnlyList<CouncilDuration>>("/councils/{councilId}/workflows/variables");
}
