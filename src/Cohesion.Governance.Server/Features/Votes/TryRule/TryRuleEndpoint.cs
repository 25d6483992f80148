using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.TryRule;

internal sealed class TryRuleEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<TryRuleQuery, TriedRuleView>("/councils/{councilId}/rules/{rulePack}/trial");
}
