using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.AssignFollowUp;

internal sealed class AssignFollowUpEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AssignFollowUpCommand, Guid>("/resolutions/{resolutionId}/follow-ups", creates: true);
}
