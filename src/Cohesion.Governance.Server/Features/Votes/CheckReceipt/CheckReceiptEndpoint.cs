using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.CheckReceipt;

internal sealed class CheckReceiptEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<CheckReceiptQuery, ReceiptCheck>("/votes/{voteId}/receipts/{receipt}");
}
