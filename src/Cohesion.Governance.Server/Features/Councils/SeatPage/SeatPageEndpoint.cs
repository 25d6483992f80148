using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.SeatPage;

internal sealed class SeatPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<SeatPageQuery, SeatView>("/councils/{councilId}/register/seats/{seatId}");
}
