using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.RecordAgreement;

internal sealed class RecordAgreementEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RecordAgreementCommand, BallotReceipt>("/votes/{voteId}/seats/{seatId}/agreement");
}
