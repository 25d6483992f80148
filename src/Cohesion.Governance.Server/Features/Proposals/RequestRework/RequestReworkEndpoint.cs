using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.RequestRework;

internal sealed class RequestReworkEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RequestReworkCommand, Done>("/proposals/{proposalId}/rework");
}
