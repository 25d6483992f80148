using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Councils.SeatPage;

/// <summary>Shows a seat: what it is now, what it was in earlier versions of the register, and who acts for it.</summary>
[Title("looks at a seat", "查看席位")]
[RequiresMembership]
internal sealed record SeatPageQuery(Guid CouncilId, Guid SeatId) : IQuery<SeatView>, IConcernsCouncil;

/// <param name="CouncilName">The council's name.</param>
/// <param name="TimeZone">Time zone in which its days begin and end.</param>
/// <param name="InForce">Version of the register in force.</param>
/// <param name="Seat">The seat as it is now, or was last.</param>
/// <param name="EndedWith">The version that no longer has it; null while it stands.</param>
/// <param name="History">What it was, newest first, with the version that made it so.</param>
/// <param name="Holders">Who acts for it now.</param>
/// <param name="OtherSeats">How many other seats its party has now.</param>
/// <param name="Blocs">The council's blocs.</param>
/// <param name="Measures">The council's measures.</param>
internal sealed record SeatView(
    LocalText CouncilName, string TimeZone, int InForce, RegisterLine Seat, RegisterVersionView? EndedWith, IReadOnlyList<SeatState> History,
    IReadOnlyList<SeatHolder> Holders, int OtherSeats, IReadOnlyList<RegisterBloc> Blocs, IReadOnlyList<RegisterMeasure> Measures);

/// <param name="Since">The version that made it so.</param>
/// <param name="Line">What it was.</param>
internal sealed record SeatState(RegisterVersionView Since, RegisterLine Line);
