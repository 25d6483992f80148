using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Registers.DiscardRegisterImport;

internal sealed class DiscardRegisterImportEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Delete<DiscardRegisterImportCommand, Done>("/councils/{councilId}/register/imports/{importId}");
}
