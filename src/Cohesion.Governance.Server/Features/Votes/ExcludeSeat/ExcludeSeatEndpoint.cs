using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ExcludeSeat;

internal sealed class ExcludeSeatEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ExcludeSeatCommand, Done>("/votes/{voteId}/exclusions");
}
