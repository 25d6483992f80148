using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Needs.AnswerNeed;

internal sealed class AnswerNeedEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AnswerNeedCommand, Done>("/needs/{needId}/answer");
}
