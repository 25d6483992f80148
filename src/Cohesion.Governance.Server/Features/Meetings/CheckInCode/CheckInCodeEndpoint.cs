using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.CheckInCode;

internal sealed class CheckInCodeEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<CheckInCodeQuery, CheckInCodeView>("/meetings/{meetingId}/check-in-code");
}
