using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.RecordBallot;

internal sealed class RecordBallotEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RecordBallotCommand, BallotReceipt>("/votes/{voteId}/recorded-ballots");
}
