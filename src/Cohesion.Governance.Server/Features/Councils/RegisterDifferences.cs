using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Councils;

/// <summary>What two states of a register differ in, as pages show it.</summary>
/// <param name="Added">How many seats were added.</param>
/// <param name="Changed">How many changed.</param>
/// <param name="Gone">How many are gone.</param>
/// <param name="Measures">What seats weigh.</param>
/// <param name="Totals">Seats and sums of each bloc, before and after.</param>
/// <param name="Seats">The seats that differ, gone ones first, then changed, then added, each by bloc and label.</param>
internal sealed record RegisterDifferences(
    int Added, int Changed, int Gone, IReadOnlyList<RegisterMeasure> Measures, IReadOnlyList<BlocDifference> Totals, Page<SeatDifferenceView> Seats)
{
    /// <summary>Whether they are the same.</summary>
    public bool IsEmpty => Added + Changed + Gone == 0;

    /// <summary>Compares two states.</summary>
    /// <param name="blocs">The blocs in their order.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="parties">All parties of either state.</param>
    /// <param name="before">The lines of the earlier state.</param>
    /// <param name="after">The lines of the later state.</param>
    /// <param name="skip">Seats to leave out at the beginning.</param>
    /// <param name="take">Most seats to tell.</param>
    public static RegisterDifferences Between(
        IReadOnlyList<Bloc> blocs, IEnumerable<Measure> measures, IEnumerable<Party> parties, IReadOnlyCollection<SeatEntry> before, IReadOnlyCollection<SeatEntry> after,
        int skip, int take)
    {
        var blocById = blocs.ToDictionary(b => b.Id);
        var partyById = parties.ToDictionary(p => p.Id);
        var measureByCode = measures.ToDictionary(m => m.Code, StringComparer.Ordinal);
        var all = RegisterComparison.Between(before, after);
        var page = all.OrderBy(d => (d.After is null, d.Before is null) switch { (true, _) => 0, (_, false) => 1, _ => 2 })
            .ThenBy(d => blocById[(d.After ?? d.Before)!.BlocId].Position).ThenBy(d => (d.After ?? d.Before)!.Label, StringComparer.Ordinal)
            .Skip(skip).Take(take)
            .Select(d => new SeatDifferenceView(d.SeatId, View(d.Before), View(d.After))).ToList();
        return new RegisterDifferences(
            all.Count(d => d.Before is null),
            all.Count(d => d is { Before: not null, After: not null }),
            all.Count(d => d.After is null),
            [.. measureByCode.Values.OrderBy(m => m.Code, StringComparer.Ordinal).Select(RegisterMeasure.Of)],
            [.. blocs.Select(b => new BlocDifference(b.Code, b.Name, Total(b, before), Total(b, after)))],
            new Page<SeatDifferenceView>(page, page.Count > 0 && skip + page.Count < all.Count ? (skip + page.Count).ToString(CultureInfo.InvariantCulture) : null));

        RegisterLine? View(SeatEntry? seat) =>
            seat is null ? null : RegisterLines.Of(seat, blocById[seat.BlocId].Code, partyById[seat.PartyId], measureByCode);

        RegisterTotal Total(Bloc bloc, IEnumerable<SeatEntry> lines)
        {
            var own = lines.Where(s => s.BlocId == bloc.Id).ToList();
            return new RegisterTotal(
                bloc.Code, bloc.Name, own.Count,
                RegisterLines.Values(measureByCode.Keys.Select(code => KeyValuePair.Create(code, own.Sum(s => s.Measures[code]))), measureByCode));
        }
    }
}

/// <summary>A seat that differs.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="Before">As it was; null where it was added.</param>
/// <param name="After">As it is; null where it is gone.</param>
internal sealed record SeatDifferenceView(Guid SeatId, RegisterLine? Before, RegisterLine? After);

/// <param name="Bloc">Code of the bloc.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">Its seats and sums before.</param>
/// <param name="After">Its seats and sums after.</param>
internal sealed record BlocDifference(string Bloc, LocalText Name, RegisterTotal Before, RegisterTotal After);
