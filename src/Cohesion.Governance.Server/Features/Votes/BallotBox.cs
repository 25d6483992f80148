using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>A ballot as it comes in.</summary>
/// <param name="By">Who cast it, or who recorded it for the seat.</param>
internal sealed record IncomingBallot(Guid VoteId, Guid SeatId, BallotChoice Choice, BallotChannel Channel, Guid By);

/// <summary>What a voter is given for a ballot.</summary>
/// <param name="Receipt">Code by which he can see later that the ballot counts.</param>
/// <param name="CastAt">When it was taken.</param>
/// <param name="Effect">What it did.</param>
internal sealed record BallotReceipt(string Receipt, DateTimeOffset CastAt, BallotEffect Effect);

/// <summary>What a ballot that came in did.</summary>
internal enum BallotEffect
{
    /// <summary>It is the seat's first.</summary>
    First,

    /// <summary>It took the place of an earlier one.</summary>
    Changed,

    /// <summary>It was there already, word for word.</summary>
    Same,
}

/// <summary>Takes ballots of every channel under one policy: one valid ballot a seat, the latest; what a seat cast itself nobody else replaces.</summary>
/// <remarks>
/// Touches the vote's row, one line of the roll and the seat's own ballot, whatever the size of the electorate. Ballots of one vote take the
/// vote's row in turn by a conditional update, which is also what meets the closing of the vote: of a ballot and the count that come at the same
/// instant, either the ballot is counted or it is refused.
/// </remarks>
internal sealed class BallotBox(GovernanceDbContext db, TallyAnnouncer announcer, TimeProvider clock)
{
    public async Task<Outcome<BallotReceipt>> Take(IncomingBallot incoming, CancellationToken ct)
    {
        var (voteId, seatId) = (incoming.VoteId, incoming.SeatId);
        var now = clock.GetUtcNow();
        var window = await db.Votes.Where(v => v.Id == voteId)
            .Select(v => new BallotWindow(v.Stage, v.OpensAt, v.ClosesAt, v.SettledAt))
            .SingleAsync(ct);
        if (window.RefusalAt(now) is { } notTaken)
        {
            return notTaken;
        }

        var seat = await db.RollEntries.Where(r => r.VoteId == voteId && r.SeatId == seatId)
            .Select(r => new { r.ExcludedFor, r.ExclusionNote })
            .SingleOrDefaultAsync(ct);
        if (seat is null)
        {
            return new SeatNotOnRoll();
        }

        if (seat.ExcludedFor is not null)
        {
            return new SeatIsExcluded(seat.ExclusionNote ?? string.Empty);
        }

        var earlier = await db.Ballots.AsNoTracking().SingleOrDefaultAsync(b => b.VoteId == voteId && b.SeatId == seatId, ct);
        if (Repeats(incoming, earlier))
        {
            return new BallotReceipt(earlier!.Receipt, earlier.CastAt, BallotEffect.Same);
        }

        var taken = await db.Votes
            .Where(v => v.Id == voteId && v.Stage == VoteStage.Open && v.SettledAt == null && v.ClosesAt > now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(v => v.BallotCount, v => v.BallotCount + 1).SetProperty(v => v.Version, v => v.Version + 1), ct);
        if (taken == 0)
        {
            return new VoteHasClosed();
        }

        // From here on the vote's row is ours: what is read now stays true until the commit.
        var ballot = await db.Ballots.SingleOrDefaultAsync(b => b.VoteId == voteId && b.SeatId == seatId, ct);
        if (ballot is { Channel: BallotChannel.Online } && incoming.Channel != BallotChannel.Online)
        {
            return new SeatVotedItself();
        }

        var receipt = ReceiptCode.Create();
        var effect = ballot is null ? BallotEffect.First : BallotEffect.Changed;
        if (ballot is null)
        {
            db.Ballots.Add(new Ballot
            {
                VoteId = voteId, SeatId = seatId, Choice = incoming.Choice, Channel = incoming.Channel, CastByPersonId = incoming.By, CastAt = now, Receipt = receipt,
            });
        }
        else
        {
            (ballot.Choice, ballot.Channel, ballot.CastByPersonId, ballot.CastAt, ballot.Receipt) =
                (incoming.Choice, incoming.Channel, incoming.By, now, receipt);
        }

        db.BallotRecords.Add(new BallotRecord
        {
            Id = Guid.CreateVersion7(now), VoteId = voteId, SeatId = seatId, Choice = incoming.Choice, Channel = incoming.Channel,
            CastByPersonId = incoming.By, CastAt = now, Receipt = receipt,
        });
        announcer.Touch(voteId);
        return new BallotReceipt(receipt, now, effect);
    }

    private static bool Repeats(IncomingBallot incoming, Ballot? earlier) =>
        earlier is not null && earlier.Choice == incoming.Choice && earlier.Channel == incoming.Channel && earlier.CastByPersonId == incoming.By;
}
