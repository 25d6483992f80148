using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Postings.RaiseObjection;

internal sealed class RaiseObjectionEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RaiseObjectionCommand, Guid>("/proposals/{proposalId}/objections", creates: true);
}
