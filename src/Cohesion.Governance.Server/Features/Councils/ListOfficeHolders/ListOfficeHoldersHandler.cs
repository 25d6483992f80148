using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.ListOfficeHolders;

internal sealed class ListOfficeHoldersHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock) : IRequestHandler<ListOfficeHoldersQuery, Outcome<OfficeHolders>>
{
    public async Task<Outcome<OfficeHolders>> Handle(ListOfficeHoldersQuery request, CancellationToken cancellationToken)
    {
        var id = request.CouncilId;
        var now = clock.GetUtcNow();
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var holdings = db.OfficeHoldings.AsNoTracking().Where(h => h.CouncilId == id || h.StreetId == council.StreetId);
        var shown = Searched(request.Former ? holdings.Where(h => h.Until <= now) : holdings.Where(h => h.Until == null || h.Until > now), request.Find);
        var skip = request.After ?? 0;
        var matching = await shown.CountAsync(cancellationToken);
        var rows = await (request.Former ? shown.OrderByDescending(h => h.Until).ThenBy(h => h.Id) : shown.OrderBy(h => h.Since).ThenBy(h => h.Id))
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { Holding = h, p.Name })
            .Skip(skip).Take(request.Size)
            .ToListAsync(cancellationToken);
        var labels = await Labels(id, [.. rows.Where(r => r.Holding.SeatId is not null).Select(r => r.Holding.SeatId!.Value)], cancellationToken);
        var appoints = member.Holds(Office.CouncilSecretary, Office.StreetConvenor);
        var (seats, more) = appoints ? await Seats(id, request.SeatId, cancellationToken) : ([], false);
        return new OfficeHolders(
            council.Name, council.TimeZone, matching,
            new Page<OfficeHolder>(
                [
                    .. rows.Select(r => new OfficeHolder(
                        r.Holding.Id, r.Holding.PersonId, r.Name, r.Holding.Office, r.Holding.SeatId, r.Holding.SeatId is { } seat ? labels.GetValueOrDefault(seat) : null,
                        r.Holding.CoOwner, r.Holding.StreetId is not null, r.Holding.Since, r.Holding.Until)),
                ],
                rows.Count > 0 && skip + rows.Count < matching ? (skip + rows.Count).ToString(CultureInfo.InvariantCulture) : null),
            appoints ? await People(holdings, request.PersonId, cancellationToken) : [],
            seats, more);
    }

    private IQueryable<OfficeHolding> Searched(IQueryable<OfficeHolding> holdings, string? find)
    {
        if (string.IsNullOrWhiteSpace(find))
        {
            return holdings;
        }

        // Lowered on both sides, since databases differ in what their comparisons make of capitals.
        var part = find.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated into SQL, where there is no culture.
        return holdings.Where(h => db.People.Any(p => p.Id == h.PersonId && (p.Name.En.ToLower().Contains(part) || p.Name.Zh.ToLower().Contains(part)))
            || (h.SeatId != null && db.SeatEntries.Any(s => s.SeatId == h.SeatId && s.Label.ToLower().Contains(part))));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    // What a seat was last called, also where it is gone.
    private async Task<Dictionary<Guid, string>> Labels(Guid councilId, List<Guid> seats, CancellationToken ct) =>
        (await db.SeatEntries.AsNoTracking().Where(s => s.CouncilId == councilId && seats.Contains(s.SeatId)).Select(s => new { s.SeatId, s.FromVersion, s.Label }).ToListAsync(ct))
        .GroupBy(s => s.SeatId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.FromVersion)!.Label);

    // Somebody who holds an office elsewhere is none of this council's business and is not named here.
    private async Task<IReadOnlyList<PersonToAppoint>> People(IQueryable<OfficeHolding> holdings, Guid? named, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking()
            .Where(p => holdings.Any(h => h.PersonId == p.Id) || (p.Id == named && !db.OfficeHoldings.Any(h => h.PersonId == p.Id)))
            .OrderByDescending(p => p.Id == named).ThenBy(p => p.Name.Zh).ThenBy(p => p.Id)
            .Take(OfficeHolders.MostChoices).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        return [.. people.Select(p => new PersonToAppoint(p.Id, p.Name))];
    }

    private async Task<(IReadOnlyList<SeatToActFor> Seats, bool More)> Seats(Guid councilId, Guid? named, CancellationToken ct)
    {
        var standing = db.SeatEntries.AsNoTracking().Where(s => s.CouncilId == councilId && s.ToVersion == null);
        var more = await standing.CountAsync(ct) > OfficeHolders.MostChoices;
        var rows = await (more ? standing.Where(s => s.SeatId == named) : standing)
            .Join(db.Parties, s => s.PartyId, p => p.Id, (s, p) => new { s.SeatId, s.Label, p.Name }).OrderBy(s => s.Label).ThenBy(s => s.SeatId).ToListAsync(ct);
        return ([.. rows.Select(s => new SeatToActFor(s.SeatId, s.Label, s.Name))], more);
    }
}
