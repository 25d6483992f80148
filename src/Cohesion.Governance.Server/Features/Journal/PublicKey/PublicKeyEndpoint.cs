using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Journal.PublicKey;

internal sealed class PublicKeyEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<PublicKeyQuery, PublishedKey>("/journal-key");
}
