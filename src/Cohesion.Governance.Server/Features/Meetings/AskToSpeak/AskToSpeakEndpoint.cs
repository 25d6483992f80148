using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.AskToSpeak;

internal sealed class AskToSpeakEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AskToSpeakCommand, Done>("/meetings/{meetingId}/speakers");
}
