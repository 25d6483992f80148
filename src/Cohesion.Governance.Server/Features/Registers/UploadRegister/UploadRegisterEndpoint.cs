using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Registers.UploadRegister;

internal sealed class UploadRegisterEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<UploadRegisterCommand, Guid>("/councils/{councilId}/register/imports", creates: true);
}
