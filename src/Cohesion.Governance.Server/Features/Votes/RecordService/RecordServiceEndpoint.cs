using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.RecordService;

internal sealed class RecordServiceEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RecordServiceCommand, int>("/votes/{voteId}/services");
}
