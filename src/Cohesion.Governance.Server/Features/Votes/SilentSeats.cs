using Cohesion.Governance.Server.Persistence;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The seats of a vote that may vote and have not.</summary>
internal static class SilentSeats
{
    public static IQueryable<Guid> Of(GovernanceDbContext db, Guid voteId) => db.RollEntries
        .Where(r => r.VoteId == voteId && r.ExcludedFor == null && !db.Ballots.Any(b => b.VoteId == voteId && b.SeatId == r.SeatId)
            && !db.SecretMarks.Any(m => m.VoteId == voteId && m.SeatId == r.SeatId))
        .OrderBy(r => r.SeatId)
        .Select(r => r.SeatId);
}
