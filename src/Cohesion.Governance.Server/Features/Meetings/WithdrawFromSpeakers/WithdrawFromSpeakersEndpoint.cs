using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.WithdrawFromSpeakers;

internal sealed class WithdrawFromSpeakersEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<WithdrawFromSpeakersCommand, Done>("/meetings/{meetingId}/speakers/withdraw");
}
