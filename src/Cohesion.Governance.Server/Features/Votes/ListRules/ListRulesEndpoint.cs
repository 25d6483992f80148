using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ListRules;

internal sealed class ListRulesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListRulesQuery, IReadOnlyList<RuleView>>("/rules");
}
