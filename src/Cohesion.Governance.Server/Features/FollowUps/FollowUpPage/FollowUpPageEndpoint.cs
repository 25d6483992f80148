using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.FollowUpPage;

internal sealed class FollowUpPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<FollowUpPageQuery, FollowUpView>("/follow-ups/{followUpId}");
}
