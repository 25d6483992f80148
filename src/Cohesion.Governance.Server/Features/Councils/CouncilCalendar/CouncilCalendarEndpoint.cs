using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.CouncilCalendar;

internal sealed class CouncilCalendarEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<CouncilCalendarQuery, CouncilCalendarView>("/councils/{councilId}/calendar");
}
