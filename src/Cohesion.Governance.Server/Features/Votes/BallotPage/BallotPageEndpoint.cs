using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.BallotPage;

internal sealed class BallotPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<BallotPageQuery, BallotView>("/votes/{voteId}/ballot");
}
