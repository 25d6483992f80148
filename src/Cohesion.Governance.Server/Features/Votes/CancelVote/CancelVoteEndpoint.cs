using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.CancelVote;

internal sealed class CancelVoteEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CancelVoteCommand, Done>("/votes/{voteId}/cancellation");
}
