using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.MyDay.MyDay;

internal sealed class MyDayEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<MyDayQuery, MyDayView>("/my/day");
}
