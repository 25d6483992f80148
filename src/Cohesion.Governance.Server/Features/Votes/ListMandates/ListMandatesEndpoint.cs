using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ListMandates;

internal sealed class ListMandatesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListMandatesQuery, IReadOnlyList<MandateView>>("/councils/{councilId}/mandates");
}
