using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.WithdrawProposal;

internal sealed class WithdrawProposalEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<WithdrawProposalCommand, Done>("/proposals/{proposalId}/withdrawal");
}
