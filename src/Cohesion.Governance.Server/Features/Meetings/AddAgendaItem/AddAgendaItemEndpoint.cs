using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.AddAgendaItem;

internal sealed class AddAgendaItemEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AddAgendaItemCommand, Guid>("/meetings/{meetingId}/agenda", creates: true);
}
