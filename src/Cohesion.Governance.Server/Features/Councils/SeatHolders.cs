using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils;

/// <summary>Somebody who acts for a seat.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="Name">Who.</param>
/// <param name="Office">As what.</param>
/// <param name="CoOwner">Whether he owns it together with others.</param>
internal sealed record SeatHolder(Guid SeatId, LocalText Name, Office Office, bool CoOwner);

/// <summary>Reads who acts for seats.</summary>
internal static class SeatHolders
{
    public static async Task<IReadOnlyList<SeatHolder>> Of(GovernanceDbContext db, Guid councilId, IReadOnlyList<Guid> seats, DateTimeOffset now, CancellationToken ct)
    {
        List<Guid?> wanted = [.. seats];
        var rows = await db.OfficeHoldings.AsNoTracking()
            .Where(h => h.CouncilId == councilId && wanted.Contains(h.SeatId) && h.Since <= now && (h.Until == null || h.Until > now))
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { Holding = h, p.Name })
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.Holding.Since).ThenBy(r => r.Holding.Id)
                .Select(r => new SeatHolder(r.Holding.SeatId!.Value, r.Name, r.Holding.Office, r.Holding.CoOwner)),
        ];
    }
}
