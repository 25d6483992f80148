using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Registers.RenameParty;

internal sealed class RenamePartyEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Put<RenamePartyCommand, Done>("/councils/{councilId}/register/seats/{seatId}/party/name");
}
