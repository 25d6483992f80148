using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.CompareRegisters;

internal sealed class CompareRegistersEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<CompareRegistersQuery, ComparedRegisters>("/councils/{councilId}/register/differences");
}
