using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Processes.RetryProcess;

internal sealed class RetryProcessEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RetryProcessCommand, Done>("/councils/{councilId}/processes/{instanceId}/retry");
}
