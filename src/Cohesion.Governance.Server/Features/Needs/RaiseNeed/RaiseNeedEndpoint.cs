using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Needs.RaiseNeed;

internal sealed class RaiseNeedEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RaiseNeedCommand, Guid>("/councils/{councilId}/needs", creates: true);
}
