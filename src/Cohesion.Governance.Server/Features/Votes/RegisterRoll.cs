using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Reads a version of a council's register as the roll of a vote.</summary>
internal static class RegisterRoll
{
    public static async Task<List<RollEntry>> Read(GovernanceDbContext db, Guid councilId, int registerVersion, Guid voteId, CancellationToken ct)
    {
        var seats = await db.SeatEntries.AsNoTracking()
            .Where(s => s.CouncilId == councilId && s.FromVersion <= registerVersion && (s.ToVersion == null || s.ToVersion > registerVersion))
            .ToListAsync(ct);
        var blocs = await db.Blocs.AsNoTracking().Where(b => b.CouncilId == councilId).ToDictionaryAsync(b => b.Id, b => b.Code, ct);
        var parties = await db.Parties.AsNoTracking().Where(p => p.CouncilId == councilId).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. seats.OrderBy(s => s.SeatId).Select(s => new RollEntry
        {
            VoteId = voteId,
            SeatId = s.SeatId,
            PartyId = s.PartyId,
            BlocCode = blocs[s.BlocId],
            Label = s.Label,
            PartyName = parties[s.PartyId],
            Measures = s.Measures,
        })];
    }
}
