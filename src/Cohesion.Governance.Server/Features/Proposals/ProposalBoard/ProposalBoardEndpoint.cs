using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalBoard;

internal sealed class ProposalBoardEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ProposalBoardQuery, ProposalBoardView>("/councils/{councilId}/proposals/board");
}
