using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ListRoll;

internal sealed class ListRollEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListRollQuery, RollPage>("/votes/{voteId}/roll");
}
