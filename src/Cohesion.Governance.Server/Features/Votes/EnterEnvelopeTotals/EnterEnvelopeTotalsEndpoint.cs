using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.EnterEnvelopeTotals;

internal sealed class EnterEnvelopeTotalsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<EnterEnvelopeTotalsCommand, Done>("/votes/{voteId}/envelope-totals");
}
