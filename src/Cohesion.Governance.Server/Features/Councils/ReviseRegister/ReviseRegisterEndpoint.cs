using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.ReviseRegister;

internal sealed class ReviseRegisterEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ReviseRegisterCommand, ReviseRegisterAnswer>("/councils/{councilId}/register");
}
