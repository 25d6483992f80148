using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>A ballot received that does not count.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Why">Why, in words.</param>
internal sealed record UncountedBallotView(
    Guid SeatId, string Seat, BallotChannel Channel, DateTimeOffset TakenAt, DateTimeOffset ReceivedAt, ReceiptState State, LocalText Why);

/// <summary>Finds the ballots received that do not count, for which every record of the vote is looked at.</summary>
internal static class UncountedBallots
{
    /// <summary>Most of them that are told.</summary>
    public const int Most = 200;

    /// <summary>The first of them.</summary>
    public static async Task<List<UncountedBallotView>> Read(GovernanceDbContext db, Guid voteId, CancellationToken ct)
    {
        var records = await db.BallotRecords.AsNoTracking()
            .Where(r => r.VoteId == voteId && !db.Ballots.Any(b => b.VoteId == r.VoteId && b.SeatId == r.SeatId && b.Receipt == r.Receipt))
            .OrderBy(r => r.CastAt)
            .Take(Most)
            .ToListAsync(ct);
        if (records.Count == 0)
        {
            return [];
        }

        var standing = await db.BallotVoices.Where(v => v.VoteId == voteId).Select(v => v.Receipt).ToHashSetAsync(ct);
        var seats = records.Select(r => r.SeatId).Distinct().ToList();
        var lines = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == voteId && seats.Contains(r.SeatId)).ToDictionaryAsync(r => r.SeatId, ct);

        // One voice of co-owners who agree stands behind the seat's ballot and is no ballot less.
        return [.. records.Where(r => lines[r.SeatId].ContestedSince is not null || !standing.Contains(r.Receipt)).Select(r =>
        {
            var (state, why) = r.SetAsideFor is { } reason ? (ReceiptState.SetAside, IntakeWords.Of(reason))
                : standing.Contains(r.Receipt) ? (ReceiptState.Contested, VoteWords.ContestedVoice)
                : (ReceiptState.Replaced, VoteWords.ReplacedBallot);
            return new UncountedBallotView(r.SeatId, lines[r.SeatId].Label, r.Channel, r.TakenAt, r.CastAt, state, why);
        })];
    }
}
