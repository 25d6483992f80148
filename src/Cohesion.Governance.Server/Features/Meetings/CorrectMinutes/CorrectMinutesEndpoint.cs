using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.CorrectMinutes;

internal sealed class CorrectMinutesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<CorrectMinutesCommand, Guid>("/meetings/{meetingId}/minutes/corrections", creates: true);
}
