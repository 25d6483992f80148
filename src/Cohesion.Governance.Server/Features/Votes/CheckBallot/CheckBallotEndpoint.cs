using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.CheckBallot;

internal sealed class CheckBallotEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CheckBallotCommand, CheckedEntry>("/votes/{voteId}/ballot-entries/{entryId}/check");
}
