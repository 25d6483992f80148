using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.RemoveAgendaItem;

internal sealed class RemoveAgendaItemEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Delete<RemoveAgendaItemCommand, Done>("/meetings/{meetingId}/agenda/{itemId}");
}
