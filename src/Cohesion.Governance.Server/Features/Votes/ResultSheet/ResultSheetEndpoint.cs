using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ResultSheet;

internal sealed class ResultSheetEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ResultSheetQuery, ResultSheetView>("/votes/{voteId}/sheet");
}
