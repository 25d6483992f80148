using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.EarliestMeetingDate;

internal sealed class EarliestMeetingDateEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<EarliestMeetingDateQuery, EarliestDate>("/councils/{councilId}/meetings/earliest");
}
