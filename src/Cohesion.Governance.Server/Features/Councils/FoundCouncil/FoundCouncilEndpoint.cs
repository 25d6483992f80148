using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.FoundCouncil;

internal sealed class FoundCouncilEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<FoundCouncilCommand, Guid>("/streets/{streetId}/councils", creates: true);
}
