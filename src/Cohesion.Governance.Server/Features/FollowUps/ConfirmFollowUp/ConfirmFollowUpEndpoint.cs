using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;

internal sealed class ConfirmFollowUpEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ConfirmFollowUpCommand, Done>("/follow-ups/{followUpId}/confirm");
}
