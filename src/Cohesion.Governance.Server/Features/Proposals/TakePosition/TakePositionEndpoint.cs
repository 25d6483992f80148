using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.TakePosition;

internal sealed class TakePositionEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Put<TakePositionCommand, Done>("/proposals/{proposalId}/positions/{blocCode}");
}
