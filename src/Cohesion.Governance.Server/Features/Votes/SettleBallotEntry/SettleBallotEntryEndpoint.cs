using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Votes.SettleBallotEntry;

internal sealed class SettleBallotEntryEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<SettleBallotEntryCommand, CheckedEntry>("/votes/{voteId}/ballot-entries/{entryId}/settlement");
}
