using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.ListEnvelopes;

internal sealed class ListEnvelopesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<ListEnvelopesQuery, EnvelopesView>("/votes/{voteId}/envelopes");
}
