using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalPage;

internal sealed class ProposalPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ProposalPageQuery, ProposalPageAnswer>("/proposals/{proposalId}");
}
