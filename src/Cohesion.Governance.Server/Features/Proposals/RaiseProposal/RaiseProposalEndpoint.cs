using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.RaiseProposal;

internal sealed class RaiseProposalEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RaiseProposalCommand, Guid>("/councils/{councilId}/proposals", creates: true);
}
