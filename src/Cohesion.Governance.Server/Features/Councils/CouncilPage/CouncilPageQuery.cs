using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Councils.CouncilPage;

/// <summary>Shows a council: its blocs, measures, seats and offices, and what is going on.</summary>
[Title("looks at the council", "查看议事会")]
[RequiresMembership]
internal sealed record CouncilPageQuery(Guid CouncilId) : IQuery<CouncilView>, IConcernsCouncil;

/// <param name="Id">The council.</param>
/// <param name="Name">Its name.</param>
/// <param name="StreetId">Its street.</param>
/// <param name="StreetName">The street's name.</param>
/// <param name="TimeZone">Time zone in which its days begin and end.</param>
/// <param name="Rules">How it decides.</param>
/// <param name="RulePackTitle">What its rule pack is called.</param>
/// <param name="RegisterVersion">Register version in force; 0 before the first.</param>
/// <param name="Buildings">Its buildings.</param>
/// <param name="Blocs">Its blocs with their seats summed up.</param>
/// <param name="Measures">What its seats weigh.</param>
/// <param name="Seats">Its seats, by bloc and label; the first <see cref="MaxSeats"/>.</param>
/// <param name="MoreSeats">Whether there are more: the register has all of them.</param>
/// <param name="Offices">Who holds which office now, the street's convenors included.</param>
/// <param name="Counts">What is going on.</param>
/// <param name="Sequence">The last event of the council's topic that this shows the state after.</param>
internal sealed record CouncilView(
    Guid Id, LocalText Name, Guid StreetId, LocalText StreetName, string TimeZone, CouncilRules Rules, LocalText? RulePackTitle, int RegisterVersion,
    IReadOnlyList<CouncilBuildingView> Buildings, IReadOnlyList<CouncilBlocView> Blocs, IReadOnlyList<CouncilMeasureView> Measures,
    IReadOnlyList<RegisterLine> Seats, bool MoreSeats, IReadOnlyList<CouncilOfficeView> Offices, CouncilCounts Counts, long Sequence)
{
    /// <summary>Whether anybody may read its public page.</summary>
    public bool HasPublicPage { get; init; }

    /// <summary>Most seats on one page.</summary>
    public const int MaxSeats = 200;
}

internal sealed record CouncilBuildingView(Guid Id, LocalText Name, string Address);

/// <param name="Code">The word rules use for it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Seats">How many seats it has.</param>
/// <param name="Totals">Sums of its seats by measure.</param>
internal sealed record CouncilBlocView(string Code, LocalText Name, int Seats, IReadOnlyDictionary<string, decimal> Totals);

internal sealed record CouncilMeasureView(string Code, LocalText Name, string Unit, int Scale);

/// <param name="HoldingId">Names the holding, to end it.</param>
/// <param name="PersonId">Who holds it.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Office">The office.</param>
/// <param name="SeatId">The seat acted for, where it is one.</param>
/// <param name="OfStreet">Whether it is an office of the whole street.</param>
/// <param name="Since">Since when.</param>
internal sealed record CouncilOfficeView(Guid HoldingId, Guid PersonId, LocalText Name, Office Office, Guid? SeatId, bool OfStreet, DateTimeOffset Since);

/// <param name="OpenNeeds">Needs not yet answered or taken up.</param>
/// <param name="OpenProposals">Proposals on their way.</param>
/// <param name="OpenVotes">Votes taking ballots now.</param>
/// <param name="OpenActions">Follow-up actions not yet kept or cancelled.</param>
/// <param name="OverdueActions">Those of them whose due date has passed.</param>
/// <param name="NextMeetingId">The next meeting planned; absent where there is none.</param>
/// <param name="NextMeetingAt">When it starts.</param>
internal sealed record CouncilCounts(
    int OpenNeeds, int OpenProposals, int OpenVotes, int OpenActions, int OverdueActions, Guid? NextMeetingId, DateTimeOffset? NextMeetingAt);
