using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.ReassignFollowUp;

internal sealed class ReassignFollowUpEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ReassignFollowUpCommand, Done>("/follow-ups/{followUpId}/reassign");
}
