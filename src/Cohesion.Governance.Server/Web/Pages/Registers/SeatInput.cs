using Cohesion.Governance.Server.Features.Councils;

namespace Cohesion.Governance.Server.Web.Pages.Registers;

/// <summary>What the fields of a seat are drawn from.</summary>
/// <param name="Line">The seat as it is; null for a new one.</param>
/// <param name="Blocs">The council's blocs.</param>
/// <param name="Measures">The council's measures.</param>
/// <param name="AsksParty">Whether the party is asked for.</param>
internal sealed record SeatInput(RegisterLine? Line, IReadOnlyList<RegisterBloc> Blocs, IReadOnlyList<RegisterMeasure> Measures, bool AsksParty = true);
