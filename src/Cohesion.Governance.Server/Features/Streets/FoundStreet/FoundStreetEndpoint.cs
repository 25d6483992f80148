using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Streets.FoundStreet;

internal sealed class FoundStreetEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<FoundStreetCommand, Guid>("/streets", creates: true);
}
