using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.MyMandates;

internal sealed class MyMandatesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<MyMandatesQuery, IReadOnlyList<HeldMandateView>>("/my/mandates");
}
