using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.RecordVisit;

internal sealed class RecordVisitEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RecordVisitCommand, Done>("/votes/{voteId}/visits");
}
