using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.RulePreview;

internal sealed class RulePreviewEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<RulePreviewQuery, RulePreviewView>("/councils/{councilId}/rules/{rulePack}/preview");
}
