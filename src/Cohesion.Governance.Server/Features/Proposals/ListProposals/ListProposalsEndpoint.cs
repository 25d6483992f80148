using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.ListProposals;

internal sealed class ListProposalsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListProposalsQuery, Page<ProposalLine>>("/councils/{councilId}/proposals");
}
