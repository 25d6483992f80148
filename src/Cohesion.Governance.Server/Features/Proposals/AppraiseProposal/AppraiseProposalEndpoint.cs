using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.AppraiseProposal;

internal sealed class AppraiseProposalEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Put<AppraiseProposalCommand, Done>("/proposals/{proposalId}/appraisal");
}
