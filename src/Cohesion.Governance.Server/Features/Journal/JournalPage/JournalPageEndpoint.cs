using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Journal.JournalPage;

internal sealed class JournalPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<JournalPageQuery, Page<JournalLine>>("/councils/{councilId}/journal");
}
