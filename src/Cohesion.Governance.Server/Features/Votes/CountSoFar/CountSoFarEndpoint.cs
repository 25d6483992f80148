using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.CountSoFar;

internal sealed class CountSoFarEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<CountSoFarQuery, CountView>("/votes/{voteId}/count");
}
