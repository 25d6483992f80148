using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;

internal sealed class CancelFollowUpEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CancelFollowUpCommand, Done>("/follow-ups/{followUpId}/cancel");
}
