using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.LiveTally;

internal sealed class LiveTallyEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<LiveTallyQuery, TallyView>("/votes/{voteId}/tally");
}
