using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.FollowUps.ActionBoard;

internal sealed class ActionBoardEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ActionBoardQuery, ActionBoardView>("/councils/{councilId}/actions");
}
