using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Registers.RegisterImportPage;

internal sealed class RegisterImportPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<RegisterImportPageQuery, RegisterImportView>("/councils/{councilId}/register/imports/{importId}");
}
