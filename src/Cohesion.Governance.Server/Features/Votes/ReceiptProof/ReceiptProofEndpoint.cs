using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ReceiptProof;

internal sealed class ReceiptProofEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ReceiptProofQuery, InclusionProof>("/votes/{voteId}/receipts/{receipt}/proof");
}
