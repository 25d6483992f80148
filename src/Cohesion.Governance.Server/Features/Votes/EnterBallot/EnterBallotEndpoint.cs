using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.EnterBallot;

internal sealed class EnterBallotEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<EnterBallotCommand, Guid>("/votes/{voteId}/ballot-entries", creates: true);
}
