using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.ListMeetings;

internal sealed class ListMeetingsEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListMeetingsQuery, Page<MeetingLine>>("/councils/{councilId}/meetings");
}
