using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.PlanMeeting;

internal sealed class PlanMeetingEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<PlanMeetingCommand, Guid>("/councils/{councilId}/meetings", creates: true);
}
