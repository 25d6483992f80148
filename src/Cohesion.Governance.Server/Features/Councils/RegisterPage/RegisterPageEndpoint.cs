using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.RegisterPage;

internal sealed class RegisterPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<RegisterPageQuery, RegisterView>("/councils/{councilId}/register");
}
