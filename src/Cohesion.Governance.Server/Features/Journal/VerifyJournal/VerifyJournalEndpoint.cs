using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Journal.VerifyJournal;

internal sealed class VerifyJournalEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<VerifyJournalQuery, JournalVerdict>("/councils/{councilId}/journal/verification");
}
