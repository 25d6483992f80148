using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.MandateOptions;

internal sealed class MandateOptionsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<MandateOptionsQuery, MandateOptionsView>("/councils/{councilId}/mandates/options");
}
