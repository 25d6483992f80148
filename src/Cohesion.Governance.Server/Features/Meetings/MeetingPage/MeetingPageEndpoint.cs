using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingPage;

internal sealed class MeetingPageEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<MeetingPageQuery, MeetingView>("/meetings/{meetingId}");
}
