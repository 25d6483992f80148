using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>How many have voted in a secret vote while it is open; pushed to watchers as <c>vote.turnout</c>.</summary>
/// <param name="Revision">Rises with every change.</param>
/// <param name="Seats">Seats that may vote.</param>
/// <param name="Voted">How many have; null while that would tell of a single bloc that fewer than three of it have.</param>
/// <param name="Blocs">By bloc; empty while any bloc has fewer than three ballots.</param>
internal sealed record SecretTurnout(Guid VoteId, VoteStage Stage, long Revision, int Seats, int? Voted, IReadOnlyList<BlocTurnout> Blocs)
{
    /// <summary>Fewest ballots of a bloc of which anything is shown.</summary>
    public const int Fewest = 3;

    /// <summary>Counts the marks of a vote.</summary>
    public static async Task<SecretTurnout> Read(GovernanceDbContext db, Vote vote, CancellationToken ct)
    {
        var found = await db.RollEntries.Where(r => r.VoteId == vote.Id && r.ExcludedFor == null)
            .GroupBy(r => r.BlocCode)
            .Select(g => new { Code = g.Key, Seats = g.Count(), Voted = g.Count(r => db.SecretMarks.Any(m => m.VoteId == vote.Id && m.SeatId == r.SeatId)) })
            .ToListAsync(ct);
        var blocs = await TallyView.BlocsOf(db, vote.CouncilId, ct);

        // All blocs or none: the total and the others would tell of the one left out.
        var mayTell = found.TrueForAll(b => b.Voted >= Fewest);
        return new(
            vote.Id, vote.Stage, vote.BallotCount, found.Sum(b => b.Seats), found.Count == 1 && !mayTell ? null : found.Sum(b => b.Voted),
            mayTell
                ? [.. blocs.Join(found, b => b.Code, f => f.Code, (b, f) => new BlocTurnout(b.Code, b.Name, f.Seats, f.Voted), StringComparer.Ordinal)]
                : []);
    }
}

/// <summary>One bloc's part of a turnout.</summary>
internal sealed record BlocTurnout(string Code, LocalText Name, int Seats, int Voted);
