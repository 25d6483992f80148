using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.ReviseProposal;

internal sealed class ReviseProposalEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ReviseProposalCommand, int>("/proposals/{proposalId}/versions", creates: true);
}
