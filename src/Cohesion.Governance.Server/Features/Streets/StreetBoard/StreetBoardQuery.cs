using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Streets.StreetBoard;

/// <summary>Shows all councils of a street: where their proposals stand, what is open, what is late.</summary>
[Title("looks at the street's board", "查看街道看板")]
[RequiresMembership]
internal sealed record StreetBoardQuery(Guid StreetId) : IQuery<StreetBoardView>, IConcernsStreet;

internal sealed record StreetBoardView(Guid StreetId, LocalText Name, IReadOnlyList<StreetCouncil> Councils);

/// <param name="CouncilId">The council.</param>
/// <param name="Name">Its name.</param>
/// <param name="ProposalsByStage">How many proposals stand in each stage; stages without any are left out.</param>
/// <param name="OpenNeeds">Needs not yet answered or taken up.</param>
/// <param name="OpenVotes">Votes taking ballots now.</param>
/// <param name="OpenActions">Follow-up actions not yet kept or cancelled.</param>
/// <param name="OverdueActions">Those of them whose due date has passed.</param>
/// <param name="HighestChase">The highest rung of the chase ladder reached by an open action.</param>
/// <param name="NextMeeting">When it meets next; null when nothing is planned.</param>
internal sealed record StreetCouncil(
    Guid CouncilId, LocalText Name, IReadOnlyDictionary<ProposalStage, int> ProposalsByStage, int OpenNeeds, int OpenVotes, int OpenActions,
    int OverdueActions, int HighestChase, DateTimeOffset? NextMeeting);
