using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;

internal sealed class SubmitEvidenceEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<SubmitEvidenceCommand, Guid>("/follow-ups/{followUpId}/evidence", creates: true);
}
