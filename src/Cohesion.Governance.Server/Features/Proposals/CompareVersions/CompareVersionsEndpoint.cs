using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.CompareVersions;

internal sealed class CompareVersionsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<CompareVersionsQuery, VersionComparison>("/proposals/{proposalId}/comparison");
}
