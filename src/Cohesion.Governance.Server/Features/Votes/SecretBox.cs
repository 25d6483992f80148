using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Takes the ballots of secret votes. What happens to one is decided by <see cref="BallotIntake"/> as for any other; of what it says, only the seat's mark
/// keeps anything, and that sealed.</summary>
/// <remarks>Nothing here may depend on the choice in a way that outlives the call: no row, length, order, count or message.</remarks>
internal sealed class SecretBox(GovernanceDbContext db, MandateBook mandates, SecretKeys keys, TallyAnnouncer announcer, TimeProvider clock)
{
    public async Task<Outcome<BallotReceipt>> Take(IncomingBallot incoming, CancellationToken ct)
    {
        if (BallotIntake.IsSigned(incoming.Channel))
        {
            throw new InvalidOperationException("Papers of a secret vote come in envelopes, which the EnvelopeBox takes.");
        }

        var now = clock.GetUtcNow();
        var vote = await db.Votes.Where(v => v.Id == incoming.VoteId)
            .Select(v => new { Window = new BallotWindow(v.Stage, v.OpensAt, v.ClosesAt, v.SettledAt), v.DuplicatePolicy, v.BallotChange, v.SecretKeyId })
            .SingleAsync(ct);
        var seat = await db.RollEntries.Where(r => r.VoteId == incoming.VoteId && r.SeatId == incoming.SeatId)
            .Select(r => new { r.ExcludedFor, r.ExclusionNote, r.CoOwned, r.Label })
            .SingleOrDefaultAsync(ct);
        var line = seat is null ? (RollLine?)null : new RollLine(seat.ExcludedFor, seat.ExclusionNote);
        var arriving = new ArrivingBallot(incoming.Choice, incoming.Channel, incoming.By, now, now);
        var terms = new IntakeTerms(vote.DuplicatePolicy, vote.BallotChange);

        // Closed, not on the roll, excluded: said before any key is asked for, which is gone once a vote is over.
        if (BallotIntake.Decide(vote.Window, line, null, arriving, terms) is { Refusal: { } notTaken })
        {
            return notTaken;
        }

        using var key = keys.Find(incoming.VoteId, vote.SecretKeyId);
        if (key is null)
        {
            return new SecretKeyLost();
        }

        Outcome<IntakeRuling> Rule(SecretMark? mark, out SecretWord? said)
        {
            said = null;
            if (mark is null)
            {
                return BallotIntake.Decide(vote.Window, line, null, arriving, terms);
            }

            said = mark.Sealed is { } text ? key.Open(incoming.VoteId, incoming.SeatId, text) : null;
            if (said is null && !mark.IsEnvelope)
            {
                return new SecretBallotDamaged(seat!.Label);
            }

            if (seat!.CoOwned && mark.CastByPersonId != incoming.By && !(mark.Channel == BallotChannel.Proxy && incoming.Channel == BallotChannel.Online))
            {
                return new CoOwnerHasVoted();
            }

            var onFile = said is { } word ? new PresentBallot(word.Choice, mark.Channel, mark.CastByPersonId, mark.CastAt) : EnvelopeBox.PresentOf(mark);
            var found = BallotIntake.Decide(vote.Window, line, onFile, arriving, terms);
            return found switch
            {
                { Kind: IntakeKind.Refused } => found.Refusal!,
                { Reason: { } aside } => new SecretBallotStands(IntakeWords.Of(aside)),
                _ => found,
            };
        }

        // A first look, so that what is refused or was there already disturbs nobody.
        var marks = db.SecretMarks.Where(m => m.VoteId == incoming.VoteId && m.SeatId == incoming.SeatId);
        var present = await marks.AsNoTracking().SingleOrDefaultAsync(ct);
        if (!Rule(present, out var word).Granted(out var ruling, out var refusal))
        {
            return refusal;
        }

        if (ruling.Kind == IntakeKind.Same)
        {
            return Receipt(key, incoming.VoteId, word!.Value.Receipt, present!.CastAt, BallotEffect.Same);
        }

        if (!await VoteRow.Take(db, incoming.VoteId, now, 1, ct))
        {
            return new VoteHasClosed();
        }

        // From here on the vote's row is ours: what is read now stays true until the commit.
        present = await marks.SingleOrDefaultAsync(ct);
        if (!Rule(present, out word).Granted(out ruling, out refusal))
        {
            return refusal;
        }

        if (ruling.Kind == IntakeKind.Same)
        {
            return Receipt(key, incoming.VoteId, word!.Value.Receipt, present!.CastAt, BallotEffect.Same);
        }

        if (incoming.Mandate is { } mandate)
        {
            if (await mandates.LimitReached(incoming.VoteId, mandate, ct) is { } limit)
            {
                return limit;
            }

            mandate.UsedAt = now;
        }

        if (incoming.Channel != BallotChannel.Proxy && (present is null || present.Channel == BallotChannel.Proxy))
        {
            await mandates.GiverVoted(incoming.VoteId, incoming.SeatId, seat!.CoOwned ? incoming.VoiceOf : null, incoming.By, ct);
        }

        var code = ReceiptCode.Create();
        var text = key.Seal(incoming.VoteId, incoming.SeatId, new SecretWord(incoming.Choice, code));
        if (present is null)
        {
            db.SecretMarks.Add(new SecretMark
            {
                VoteId = incoming.VoteId, SeatId = incoming.SeatId, Channel = incoming.Channel, CastByPersonId = incoming.By, CastAt = now, Sealed = text,
            });
        }
        else
        {
            if (present.IsEnvelope)
            {
                var reason = vote.DuplicatePolicy == DuplicatePolicy.OnlinePrevails ? SetAsideReason.OnlineStands : SetAsideReason.OlderThanStanding;
                await EnvelopeBox.SetAsideOthers(db, incoming.VoteId, incoming.SeatId, reason, null, ct);
            }

            (present.Channel, present.CastByPersonId, present.CastAt, present.Sealed) = (incoming.Channel, incoming.By, now, text);
        }

        announcer.Touch(incoming.VoteId);
        return Receipt(key, incoming.VoteId, code, now, present is null ? BallotEffect.First : BallotEffect.Changed);
    }

    // What is kept for the sender's idempotency key says no more than the mark does, and as long.
    private static BallotReceipt Receipt(SecretVoteKey key, Guid voteId, string code, DateTimeOffset at, BallotEffect effect)
    {
        var receipt = new BallotReceipt(code, at, effect);
        return receipt with { KeptAs = SecretAnswers.Seal(key, voteId, JsonSerializer.Serialize(receipt, Web.Json.Options)) };
    }
}
