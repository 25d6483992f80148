using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Postings.WithdrawObjection;

internal sealed class WithdrawObjectionEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<WithdrawObjectionCommand, Done>("/objections/{objectionId}/withdrawal");
}
