using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.CommentOnProposal;

internal sealed class CommentOnProposalEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CommentOnProposalCommand, Guid>("/proposals/{proposalId}/comments", creates: true);
}
