using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ListDeliveries;

internal sealed class ListDeliveriesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListDeliveriesQuery, IReadOnlyList<DeliveryView>>("/votes/{voteId}/services");
}
