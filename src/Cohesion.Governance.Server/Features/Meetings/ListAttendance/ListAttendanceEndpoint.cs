using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.ListAttendance;

internal sealed class ListAttendanceEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListAttendanceQuery, Page<AttendanceLine>>("/meetings/{meetingId}/attendance");
}
