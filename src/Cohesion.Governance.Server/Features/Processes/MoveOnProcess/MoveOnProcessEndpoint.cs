using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Processes.MoveOnProcess;

internal sealed class MoveOnProcessEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<MoveOnProcessCommand, Done>("/councils/{councilId}/processes/{instanceId}/move-on");
}
