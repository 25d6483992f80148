using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Councils.CouncilPage;

/// <summary>A council as its page shows it: who sits in it with what weight, who holds which office, and how much is going on.</summary>
[Title("reads a council", "查看议事会")]
[RequiresMembership]
internal sealed record CouncilPageQuery(Guid CouncilId) : IQuery<CouncilView>, IConcernsCouncil;

/// <summary>A council.</summary>
/// <param name="Rule">The rule that decides where a proposal names none.</param>
/// <param name="RegisterVersion">The register in force; 0 before the first.</param>
/// <param name="ProposalsByStage">How many proposals stand at each stage; stages without any are left out.</param>
/// <param name="OpenNeeds">Needs nobody has answered yet.</param>
internal sealed record CouncilView(
    Guid Id, LocalText Name, string TimeZone, Guid StreetId, LocalText Street, IReadOnlyList<BuildingView> Buildings, int NoticeDays, string RulePack, LocalText Rule,
    bool EarlyDecision, int RegisterVersion, IReadOnlyList<MeasureView> Measures, IReadOnlyList<BlocView> Blocs, IReadOnlyList<HolderView> Holders,
    IReadOnlyDictionary<ProposalStage, int> ProposalsByStage, int OpenNeeds);

internal sealed record BuildingView(Guid Id, LocalText Name, string Address);

/// <summary>A column of the register with its sum, in 10^-scale units.</summary>
internal sealed record MeasureView(string Code, LocalText Name, string Unit, int Scale, long Total);

/// <param name="Totals">The bloc's weight by measure code.</param>
internal sealed record BlocView(string Code, LocalText Name, IReadOnlyDictionary<string, long> Totals, IReadOnlyList<SeatLine> Seats);

/// <param name="Weights">The seat's weight by measure code.</param>
internal sealed record SeatLine(Guid SeatId, string Label, LocalText Party, IReadOnlyDictionary<string, long> Weights);

/// <summary>Somebody with an office here or in the street.</summary>
/// <param name="SeatIds">Seats he acts for.</param>
internal sealed record HolderView(Guid PersonId, LocalText Name, IReadOnlyList<Office> Offices, IReadOnlyList<Guid> SeatIds);
