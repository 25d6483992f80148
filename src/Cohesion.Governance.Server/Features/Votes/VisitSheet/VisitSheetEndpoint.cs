using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.VisitSheet;

internal sealed class VisitSheetEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<VisitSheetQuery, VisitSheetView>("/votes/{voteId}/visits");
}
