using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils;

/// <summary>One seat as pages show it.</summary>
/// <param name="SeatId">The seat, the same through all versions.</param>
/// <param name="Bloc">Code of its bloc.</param>
/// <param name="Label">What people call it.</param>
/// <param name="PartyId">The firm or person behind it.</param>
/// <param name="Party">Its name.</param>
/// <param name="PartyKind">Firm or person.</param>
/// <param name="Measures">What it weighs, by measure, in the measure's own unit.</param>
internal sealed record RegisterLine(
    Guid SeatId, string Bloc, string Label, Guid PartyId, LocalText Party, PartyKind PartyKind, IReadOnlyDictionary<string, decimal> Measures);

/// <summary>Reads the lines of one register version.</summary>
internal static class RegisterLines
{
    /// <summary>All seats of a version, by the blocs' order and label.</summary>
    public static IQueryable<SeatEntry> InVersion(this IQueryable<SeatEntry> seats, Guid councilId, int version) =>
        seats.Where(s => s.CouncilId == councilId && s.FromVersion <= version && (s.ToVersion == null || s.ToVersion > version));

    /// <summary>Those of them whose name or party has these words in it.</summary>
    public static IQueryable<SeatEntry> Matching(this IQueryable<SeatEntry> seats, GovernanceDbContext db, string? find, string? bloc)
    {
        if (!string.IsNullOrWhiteSpace(bloc))
        {
            seats = seats.Where(s => db.Blocs.Any(b => b.Id == s.BlocId && b.Code == bloc));
        }

        if (string.IsNullOrWhiteSpace(find))
        {
            return seats;
        }

        // Lowered on both sides, since databases differ in what their comparisons make of capitals.
        var part = find.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated into SQL, where there is no culture.
        return seats.Where(s => s.Label.ToLower().Contains(part)
            || db.Parties.Any(p => p.Id == s.PartyId && (p.Name.En.ToLower().Contains(part) || p.Name.Zh.ToLower().Contains(part))));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    public static Task<IReadOnlyList<RegisterLine>> Read(
        GovernanceDbContext db, Guid councilId, int version, IReadOnlyDictionary<string, Measure> measures, int skip, int take, CancellationToken ct) =>
        Read(db, db.SeatEntries.InVersion(councilId, version), measures, skip, take, ct);

    /// <summary>Some of the given lines, by the blocs' order and label.</summary>
    public static async Task<IReadOnlyList<RegisterLine>> Read(
        GovernanceDbContext db, IQueryable<SeatEntry> seats, IReadOnlyDictionary<string, Measure> measures, int skip, int take, CancellationToken ct)
    {
        var rows = await seats.AsNoTracking()
            .Join(db.Blocs, s => s.BlocId, b => b.Id, (s, b) => new { Seat = s, b.Code, b.Position })
            .Join(db.Parties, s => s.Seat.PartyId, p => p.Id, (s, p) => new { s.Seat, s.Code, s.Position, Party = p })
            .OrderBy(s => s.Position).ThenBy(s => s.Seat.Label).ThenBy(s => s.Seat.SeatId)
            .Skip(skip).Take(take)
            .ToListAsync(ct);
        return [.. rows.Select(r => Of(r.Seat, r.Code, r.Party, measures))];
    }

    /// <summary>A line as pages show it.</summary>
    public static RegisterLine Of(SeatEntry seat, string bloc, Party party, IReadOnlyDictionary<string, Measure> measures) =>
        new(seat.SeatId, bloc, seat.Label, party.Id, party.Name, party.Kind, Values(seat.Measures.All, measures));

    /// <summary>Stored values in the measures' own units.</summary>
    public static IReadOnlyDictionary<string, decimal> Values(IEnumerable<KeyValuePair<string, long>> stored, IReadOnlyDictionary<string, Measure> measures) =>
        stored.ToDictionary(v => v.Key, v => measures.TryGetValue(v.Key, out var measure) ? measure.Value(v.Value) : v.Value, StringComparer.Ordinal);

    /// <summary>Exact sums of the seats of each bloc, by the blocs' order.</summary>
    public static async Task<IReadOnlyList<(Bloc Bloc, int Seats, IReadOnlyDictionary<string, decimal> Totals)>> Totals(
        GovernanceDbContext db, Guid councilId, int version, IReadOnlyDictionary<string, Measure> measures, CancellationToken ct)
    {
        var blocs = await db.Blocs.AsNoTracking().Where(b => b.CouncilId == councilId).OrderBy(b => b.Position).ToListAsync(ct);
        var seats = await db.SeatEntries.AsNoTracking().InVersion(councilId, version).Select(s => new { s.BlocId, s.Measures }).ToListAsync(ct);
        var byBloc = seats.ToLookup(s => s.BlocId, s => s.Measures);
        return
        [
            .. blocs.Select(bloc => (
                bloc,
                byBloc[bloc.Id].Count(),
                Values(
                    measures.Keys.Order(StringComparer.Ordinal).Select(code => KeyValuePair.Create(code, byBloc[bloc.Id].Sum(m => m[code]))),
                    measures))),
        ];
    }
}
