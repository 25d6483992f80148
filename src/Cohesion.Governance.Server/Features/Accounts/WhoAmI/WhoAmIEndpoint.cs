using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Accounts.WhoAmI;

internal sealed class WhoAmIEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<WhoAmIQuery, PersonHere>("/me");
}
