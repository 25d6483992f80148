using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Streets.AppointConvenor;

internal sealed class AppointConvenorEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AppointConvenorCommand, Guid>("/streets/{streetId}/convenors", creates: true);
}
