using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils.SetCouncilRules;

internal sealed class SetCouncilRulesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Put<SetCouncilRulesCommand, Done>("/councils/{councilId}/rules");
}
