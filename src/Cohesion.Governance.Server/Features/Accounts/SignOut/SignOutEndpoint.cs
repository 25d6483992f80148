using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Accounts.SignOut;

internal sealed class SignOutEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Attempt<SignOutCommand, Done>("/session/end");
}
