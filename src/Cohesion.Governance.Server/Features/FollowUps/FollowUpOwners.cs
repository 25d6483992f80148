using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps;

/// <summary>Who may own an action: anybody with an office or seat in its council or street at present.</summary>
internal static class FollowUpOwners
{
    public static Task<bool> MayBe(GovernanceDbContext db, Guid personId, Guid councilId, DateTimeOffset now, CancellationToken ct) =>
        db.OfficeHoldings
            .Where(h => h.PersonId == personId && h.Since <= now && (h.Until == null || h.Until > now))
            .AnyAsync(h => h.CouncilId == councilId || db.Councils.Any(c => c.Id == councilId && c.StreetId == h.StreetId), ct);
}
