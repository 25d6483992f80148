using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.PutVoteByName;

internal sealed class PutVoteByNameEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<PutVoteByNameCommand, Done>("/votes/{voteId}/by-name");
}
