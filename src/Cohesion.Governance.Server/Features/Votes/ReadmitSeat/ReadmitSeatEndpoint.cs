using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ReadmitSeat;

internal sealed class ReadmitSeatEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Delete<ReadmitSeatCommand, Done>("/votes/{voteId}/exclusions/{seatId}");
}
