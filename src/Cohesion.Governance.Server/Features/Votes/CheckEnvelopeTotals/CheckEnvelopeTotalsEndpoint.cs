using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.CheckEnvelopeTotals;

internal sealed class CheckEnvelopeTotalsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CheckEnvelopeTotalsCommand, Done>("/votes/{voteId}/envelope-totals/check");
}
