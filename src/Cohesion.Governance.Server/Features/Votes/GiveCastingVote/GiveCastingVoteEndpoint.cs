using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.GiveCastingVote;

internal sealed class GiveCastingVoteEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Put<GiveCastingVoteCommand, Done>("/votes/{voteId}/casting-vote");
}
