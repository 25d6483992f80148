using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.EndSpeech;

internal sealed class EndSpeechEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<EndSpeechCommand, Done>("/meetings/{meetingId}/speakers/end");
}
