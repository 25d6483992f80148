using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Takes outer envelopes of secret votes that two people have found in order: the seat is marked, and what it said stays on paper. Which of an envelope and another ballot
/// of the seat stands is decided by <see cref="BallotIntake"/> as for any other ballot.</summary>
internal sealed class EnvelopeBox(GovernanceDbContext db, MandateBook mandates, TallyAnnouncer announcer)
{
    // What an envelope says nobody knows; the rules on duplicates compare choices only within one channel, and two envelopes are the same by their time.
    private const BallotChoice Unknown = BallotChoice.Abstain;

    /// <summary>Marks the seat, or sets the envelope aside unopened.</summary>
    /// <returns>What it did, without a receipt: a paper cannot carry one and stay secret.</returns>
    public async Task<Outcome<CheckedEntry>> Take(BallotEntry entry, CancellationToken ct)
    {
        var vote = await db.Votes.Where(v => v.Id == entry.VoteId)
            .Select(v => new { Window = new BallotWindow(v.Stage, v.OpensAt, v.ClosesAt, v.SettledAt), v.DuplicatePolicy, v.BallotChange })
            .SingleAsync(ct);
        var seat = await db.RollEntries.Where(r => r.VoteId == entry.VoteId && r.SeatId == entry.SeatId)
            .Select(r => new { Line = new RollLine(r.ExcludedFor, r.ExclusionNote), r.CoOwned })
            .SingleAsync(ct);
        var voice = entry.SignedByPersonId ?? entry.EnteredByPersonId;
        var arriving = new ArrivingBallot(Unknown, entry.Channel, voice, entry.TakenAt, entry.EnteredAt);
        var terms = new IntakeTerms(vote.DuplicatePolicy, vote.BallotChange);
        if (BallotIntake.Decide(vote.Window, seat.Line, null, arriving, terms) is { Refusal: { } notTaken })
        {
            return notTaken;
        }

        if (!await VoteRow.Take(db, entry.VoteId, entry.EnteredAt, 1, ct))
        {
            return new VoteHasClosed();
        }

        // From here on the vote's row is ours: what is read now stays true until the commit.
        var mark = await db.SecretMarks.SingleOrDefaultAsync(m => m.VoteId == entry.VoteId && m.SeatId == entry.SeatId, ct);
        var ruling = BallotIntake.Decide(vote.Window, seat.Line, mark is null ? null : PresentOf(mark), arriving, terms);
        var isAnothers = seat.CoOwned && entry.SignedByPersonId is { } signer && mark is not null && mark.CastByPersonId != signer && mark.Channel != BallotChannel.Proxy;
        announcer.Touch(entry.VoteId);
        if (isAnothers || ruling.Kind is IntakeKind.Same or IntakeKind.SetAside)
        {
            // One envelope that two have entered, or a co-owner's beside another's: the first stands, and there is one inner envelope to open.
            entry.SetAsideFor = isAnothers ? SetAsideReason.FirstStands : ruling.Reason ?? SetAsideReason.FirstStands;
            return new CheckedEntry(entry.Stage, null, BallotEffect.SetAside, IntakeWords.Of(entry.SetAsideFor.Value));
        }

        if (mark is null or { Channel: BallotChannel.Proxy })
        {
            await mandates.GiverVoted(entry.VoteId, entry.SeatId, seat.CoOwned ? entry.SignedByPersonId : null, entry.EnteredByPersonId, ct);
        }

        await SetAsideOthers(db, entry.VoteId, entry.SeatId, SetAsideReason.OlderThanStanding, entry.Id, ct);
        if (mark is null)
        {
            db.SecretMarks.Add(new SecretMark
            {
                VoteId = entry.VoteId, SeatId = entry.SeatId, Channel = entry.Channel, CastByPersonId = voice, CastAt = entry.TakenAt,
            });
            return new CheckedEntry(entry.Stage, null, BallotEffect.First);
        }

        (mark.Channel, mark.CastByPersonId, mark.CastAt, mark.Sealed) = (entry.Channel, voice, entry.TakenAt, null);
        return new CheckedEntry(entry.Stage, null, BallotEffect.Changed);
    }

    /// <summary>A standing envelope as the next ballot of its seat meets it.</summary>
    public static PresentBallot PresentOf(SecretMark mark) => new(Unknown, mark.Channel, mark.CastByPersonId, mark.CastAt);

    /// <summary>Another ballot of the seat stands now: its envelopes stay unopened.</summary>
    /// <param name="db">The database.</param>
    /// <param name="voteId">The vote.</param>
    /// <param name="seatId">The seat.</param>
    /// <param name="reason">Why the other stands.</param>
    /// <param name="except">The entry of the one that stands, where it is an envelope.</param>
    /// <param name="ct">Cancels the reading.</param>
    public static async Task SetAsideOthers(GovernanceDbContext db, Guid voteId, Guid seatId, SetAsideReason reason, Guid? except, CancellationToken ct)
    {
        var standing = await db.BallotEntries
            .Where(e => e.VoteId == voteId && e.SeatId == seatId && e.Stage == BallotEntryStage.Entered && e.SetAsideFor == null && e.Id != except)
            .ToListAsync(ct);
        standing.ForEach(e => e.SetAsideFor = reason);
    }
}
