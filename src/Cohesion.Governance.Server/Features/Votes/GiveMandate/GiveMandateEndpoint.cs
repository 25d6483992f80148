using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.GiveMandate;

internal sealed class GiveMandateEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<GiveMandateCommand, Guid>("/councils/{councilId}/mandates", creates: true);
}
