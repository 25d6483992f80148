using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.VotePage;

internal sealed class VotePageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<VotePageQuery, VoteView>("/votes/{voteId}");
}
