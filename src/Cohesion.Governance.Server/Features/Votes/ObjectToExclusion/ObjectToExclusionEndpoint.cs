using Cohesion.Governance.Domain;using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ObjectToExclusion;

internal sealed class ObjectToExclusionEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ObjectToExclusionCommand, Done>("/votes/{voteId}/exclusions/{seatId}/objection");
}
