using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Accounts.ChangePassword;

internal sealed class ChangePasswordEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Attempt<ChangePasswordCommand, Done>("/my/password");
}
