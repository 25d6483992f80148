using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.PlanProposal;

internal sealed class PlanProposalEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<PlanProposalQuery, ProposalPlanView>("/proposals/{proposalId}/plan");
}
