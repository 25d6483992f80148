using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.EndOffice;

internal sealed class EndOfficeEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<EndOfficeCommand, Done>("/councils/{councilId}/offices/{holdingId}/end");
}
