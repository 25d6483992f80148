using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Needs.AttachNeedToProposal;

internal sealed class AttachNeedToProposalEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AttachNeedToProposalCommand, Done>("/needs/{needId}/proposal");
}
