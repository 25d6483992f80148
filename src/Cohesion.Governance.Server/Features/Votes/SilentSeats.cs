using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The seats of a vote that may vote and have not. Whose paper waits to be checked has given his ballot and is left in peace; of a co-owned seat that paper
/// may be one voice of several, so that it is asked on.</summary>
internal static class SilentSeats
{
    public static IQueryable<Guid> Of(GovernanceDbContext db, Guid voteId) => db.RollEntries
        .Where(r => r.VoteId == voteId && r.ExcludedFor == null && !db.Ballots.Any(b => b.VoteId == voteId && b.SeatId == r.SeatId)
            && (r.CoOwned || !db.BallotEntries.Any(e => e.VoteId == voteId && e.SeatId == r.SeatId
                && (e.Stage == BallotEntryStage.AwaitingCheck || e.Stage == BallotEntryStage.Disputed)))
            && !db.SecretMarks.Any(m => m.VoteId == voteId && m.SeatId == r.SeatId))
        .OrderBy(r => r.SeatId)
        .Select(r => r.SeatId);
}
