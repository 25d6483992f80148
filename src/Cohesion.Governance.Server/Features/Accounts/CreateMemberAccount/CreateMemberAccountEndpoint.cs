using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Accounts.CreateMemberAccount;

internal sealed class CreateMemberAccountEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CreateMemberAccountCommand, Guid>("/councils/{councilId}/accounts", creates: true);
}
