using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;

internal sealed class DeclareNoActionNeededEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<DeclareNoActionNeededCommand, Done>("/resolutions/{resolutionId}/no-action");
}
