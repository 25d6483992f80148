using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.AppointOffice;

internal sealed class AppointOfficeEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AppointOfficeCommand, Guid>("/councils/{councilId}/offices", creates: true);
}
