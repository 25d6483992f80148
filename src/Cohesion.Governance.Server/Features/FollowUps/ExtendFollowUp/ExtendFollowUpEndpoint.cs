using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.ExtendFollowUp;

internal sealed class ExtendFollowUpEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ExtendFollowUpCommand, Done>("/follow-ups/{followUpId}/extend");
}
