using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.ConfirmMinutes;

internal sealed class ConfirmMinutesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<ConfirmMinutesCommand, Done>("/meetings/{meetingId}/minutes/confirm");
}
