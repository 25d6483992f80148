using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The row of a vote, which ballots of every channel and the end of the vote take in turn: of a ballot and an end that come at the same instant, either the
/// ballot is in or it is refused.</summary>
internal static class VoteRow
{
    /// <summary>Takes the row until the commit. What is read after that stays true until then.</summary>
    /// <param name="db">The database, in a transaction.</param>
    /// <param name="voteId">The vote.</param>
    /// <param name="receivedAt">When what comes was received.</param>
    /// <param name="ballots">How many ballots come with it, which watchers are to be told of.</param>
    /// <param name="ct">Cancels the statement.</param>
    /// <returns>Whether the vote takes ballots received then; where not, its row is left alone.</returns>
    public static async Task<bool> Take(GovernanceDbContext db, Guid voteId, DateTimeOffset receivedAt, int ballots, CancellationToken ct) => await db.Votes
        .Where(v => v.Id == voteId && v.Stage == VoteStage.Open && v.SettledAt == null && v.ClosesAt > receivedAt)
        .ExecuteUpdateAsync(set => set.SetProperty(v => v.BallotCount, v => v.BallotCount + ballots).SetProperty(v => v.Version, v => v.Version + 1), ct) > 0;
}
