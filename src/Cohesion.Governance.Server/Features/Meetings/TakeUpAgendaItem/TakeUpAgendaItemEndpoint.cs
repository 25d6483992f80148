using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;

internal sealed class TakeUpAgendaItemEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<TakeUpAgendaItemCommand, Done>("/meetings/{meetingId}/agenda/{itemId}/take-up");
}
