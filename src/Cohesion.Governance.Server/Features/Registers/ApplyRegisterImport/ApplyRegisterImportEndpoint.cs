using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Registers.ApplyRegisterImport;

internal sealed class ApplyRegisterImportEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ApplyRegisterImportCommand, EnteredRegister>("/councils/{councilId}/register/imports/{importId}/apply");
}
