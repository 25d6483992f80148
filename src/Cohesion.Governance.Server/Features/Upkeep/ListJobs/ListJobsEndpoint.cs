using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Upkeep.ListJobs;

internal sealed class ListJobsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListJobsQuery, JobsView>("/jobs");
}
