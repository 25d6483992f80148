using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.DeclineFollowUp;

internal sealed class DeclineFollowUpEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<DeclineFollowUpCommand, Done>("/follow-ups/{followUpId}/decline");
}
