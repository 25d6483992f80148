using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Reads a version of a council's register as the roll of a vote.</summary>
internal static class RegisterRoll
{
    public static async Task<List<RollEntry>> Read(GovernanceDbContext db, Guid councilId, int registerVersion, Guid voteId, CancellationToken ct)
    {
        // Straight into lines of the roll: of a large register there is no room for seats and parties beside them.
        var roll = await db.SeatEntries.AsNoTracking()
            .Where(s => s.CouncilId == councilId && s.FromVersion <= registerVersion && (s.ToVersion == null || s.ToVersion > registerVersion))
            .Join(db.Blocs, s => s.BlocId, b => b.Id, (s, b) => new { Seat = s, Bloc = b.Code })
            .Join(db.Parties, s => s.Seat.PartyId, p => p.Id, (s, p) => new RollEntry
            {
                VoteId = voteId,
                SeatId = s.Seat.SeatId,
                PartyId = s.Seat.PartyId,
                BlocCode = s.Bloc,
                Label = s.Seat.Label,
                PartyName = p.Name,
                Measures = s.Seat.Measures,
            })
            .ToListAsync(ct);
        roll.Sort((a, b) => a.SeatId.CompareTo(b.SeatId));
        return roll;
    }
}
