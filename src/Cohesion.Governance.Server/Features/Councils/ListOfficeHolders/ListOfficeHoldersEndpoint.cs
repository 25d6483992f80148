using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.ListOfficeHolders;

internal sealed class ListOfficeHoldersEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListOfficeHoldersQuery, OfficeHolders>("/councils/{councilId}/offices");
}
