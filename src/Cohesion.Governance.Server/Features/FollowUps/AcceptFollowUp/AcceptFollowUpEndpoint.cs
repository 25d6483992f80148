using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;

internal sealed class AcceptFollowUpEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AcceptFollowUpCommand, Done>("/follow-ups/{followUpId}/accept");
}
