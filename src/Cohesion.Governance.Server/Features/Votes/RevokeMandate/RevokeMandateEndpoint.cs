using Cohesion.Governance.Domain;using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.RevokeMandate;

internal sealed class RevokeMandateEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RevokeMandateCommand, Done>("/councils/{councilId}/mandates/{mandateId}/revocation");
}
