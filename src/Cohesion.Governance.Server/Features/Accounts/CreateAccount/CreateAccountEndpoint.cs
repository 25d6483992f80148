using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Accounts.CreateAccount;

internal sealed class CreateAccountEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CreateAccountCommand, Guid>("/accounts", creates: true);
}
