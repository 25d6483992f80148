using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.CastBallot;

internal sealed class CastBallotEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CastBallotCommand, BallotReceipt>("/votes/{voteId}/ballots");
}
