using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.ListMyCouncils;

internal sealed class ListMyCouncilsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListMyCouncilsQuery, IReadOnlyList<MyCouncil>>("/my/councils");
}
