using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.ScreenProposal;

internal sealed class ScreenProposalEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ScreenProposalCommand, Done>("/proposals/{proposalId}/screening");
}
