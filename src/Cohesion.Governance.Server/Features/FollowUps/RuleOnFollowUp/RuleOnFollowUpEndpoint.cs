using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.RuleOnFollowUp;

internal sealed class RuleOnFollowUpEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RuleOnFollowUpCommand, Done>("/follow-ups/{followUpId}/ruling");
}
