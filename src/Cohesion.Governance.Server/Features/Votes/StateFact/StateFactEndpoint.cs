using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.StateFact;

internal sealed class StateFactEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Put<StateFactCommand, Done>("/votes/{voteId}/facts/{fact}");
}
