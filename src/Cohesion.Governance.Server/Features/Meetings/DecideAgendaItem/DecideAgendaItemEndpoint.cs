using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;

internal sealed class DecideAgendaItemEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<DecideAgendaItemCommand, Done>("/meetings/{meetingId}/agenda/{itemId}/decision");
}
