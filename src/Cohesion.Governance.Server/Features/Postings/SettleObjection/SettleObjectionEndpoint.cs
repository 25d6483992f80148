using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Postings.SettleObjection;

internal sealed class SettleObjectionEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<SettleObjectionCommand, Done>("/objections/{objectionId}/finding");
}
