using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Upkeep.RunJob;

internal sealed class RunJobEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<RunJobCommand, Done>("/jobs/{job}/run");
}
