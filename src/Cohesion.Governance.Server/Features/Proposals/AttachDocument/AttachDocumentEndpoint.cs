using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Proposals.AttachDocument;

internal sealed class AttachDocumentEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<AttachDocumentCommand, Guid>("/proposals/{proposalId}/documents", creates: true);
}
