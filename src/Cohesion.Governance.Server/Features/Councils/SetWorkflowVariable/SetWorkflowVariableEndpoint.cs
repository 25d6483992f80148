using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.SetWorkflowVariable;

internal sealed class SetWorkflowVariableEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Put<SetWorkflowVariableCommand, Done>("/councils/{councilId}/workflows/{definitionId}/variables/{variable}");
}
