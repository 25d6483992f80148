using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ListBallotEntries;

internal sealed class ListBallotEntriesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListBallotEntriesQuery, BallotEntriesView>("/votes/{voteId}/ballot-entries");
}
