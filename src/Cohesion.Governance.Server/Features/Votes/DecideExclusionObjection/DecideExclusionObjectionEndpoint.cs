using Cohesion.Governance.Domain;using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.DecideExclusionObjection;

internal sealed class DecideExclusionObjectionEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<DecideExclusionObjectionCommand, Done>("/votes/{voteId}/exclusions/{seatId}/objection/decision");
}
