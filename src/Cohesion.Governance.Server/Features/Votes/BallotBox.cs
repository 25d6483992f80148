using System.Text.Json.Serialization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Ballot = Cohesion.Governance.Domain.Votes.Ballot;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>A ballot as it comes in.</summary>
/// <param name="By">Who cast it, or who entered it for the seat.</param>
internal sealed record IncomingBallot(Guid VoteId, Guid SeatId, BallotChoice Choice, BallotChannel Channel, Guid By)
{
    /// <summary>When the voter gave it; null: now.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>When it reached the council; null: now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Whose voice it is where the seat is co-owned; null where all co-owners said it together.</summary>
    public Guid? VoiceOf { get; init; }

    /// <summary>The mandate under which it is cast by proxy.</summary>
    public Mandate? Mandate { get; init; }

    /// <summary>The entry by which it came from paper or the door.</summary>
    public Guid? EntryId { get; init; }
}

/// <summary>What a voter is given for a ballot.</summary>
/// <param name="Receipt">Code by which he can see later that the ballot counts.</param>
/// <param name="CastAt">When it was taken.</param>
/// <param name="Effect">What it did.</param>
/// <param name="Why">Why it does not count, where it does not.</param>
internal sealed record BallotReceipt(string Receipt, DateTimeOffset CastAt, BallotEffect Effect, LocalText? Why = null) : ISealedAnswer
{
    /// <summary>Of a secret ballot: what is kept of this answer for the sender's idempotency key.</summary>
    [JsonIgnore]
    public string? KeptAs { get; init; }
}

/// <summary>What a ballot that came in did.</summary>
internal enum BallotEffect
{
    /// <summary>It is the seat's first.</summary>
    First,

    /// <summary>It took the place of an earlier one.</summary>
    Changed,

    /// <summary>It was there already, word for word.</summary>
    Same,

    /// <summary>It is kept and does not count, for the reason given.</summary>
    SetAside,

    /// <summary>It is the voice of a co-owner with which another's differs; the seat counts as silent until they agree.</summary>
    Contested,
}

/// <summary>Takes ballots of every channel. What happens to one is decided by <see cref="BallotIntake"/>; this carries it out.</summary>
/// <remarks>
/// Touches the vote's row, one line of the roll and the seat's own ballot, whatever the size of the electorate. Ballots of one vote take the
/// vote's row in turn by a conditional update, which is also what meets the closing of the vote: of a ballot and the count that come at the same
/// instant, either the ballot is counted or it is refused.
/// </remarks>
internal sealed class BallotBox(GovernanceDbContext db, SecretBox secret, CoOwnerVoices voices, MandateBook mandates, TallyAnnouncer announcer, TimeProvider clock)
{
    public async Task<Outcome<BallotReceipt>> Take(IncomingBallot incoming, CancellationToken ct)
    {
        var (voteId, seatId) = (incoming.VoteId, incoming.SeatId);
        var now = clock.GetUtcNow();
        var vote = await db.Votes.Where(v => v.Id == voteId)
            .Select(v => new { Window = new BallotWindow(v.Stage, v.OpensAt, v.ClosesAt, v.SettledAt), v.DuplicatePolicy, v.BallotChange, v.Secret })
            .SingleAsync(ct);
        if (vote.Secret)
        {
            return await secret.Take(incoming, ct);
        }

        var seat = await db.RollEntries.Where(r => r.VoteId == voteId && r.SeatId == seatId)
            .Select(r => new { r.ExcludedFor, r.ExclusionNote, r.CoOwned })
            .SingleOrDefaultAsync(ct);
        var line = seat is null ? (RollLine?)null : new RollLine(seat.ExcludedFor, seat.ExclusionNote);
        var isCoOwned = seat is { CoOwned: true };
        var receivedAt = incoming.ReceivedAt ?? now;
        var arriving = new ArrivingBallot(incoming.Choice, incoming.Channel, incoming.By, incoming.TakenAt ?? now, receivedAt);
        var terms = new IntakeTerms(vote.DuplicatePolicy, vote.BallotChange);

        // A first look, so that what is refused or was there already disturbs nobody.
        var present = await PresentOf(incoming, isCoOwned, ct);
        var ruling = BallotIntake.Decide(vote.Window, line, present?.Ballot, arriving, terms);
        if (ruling.Kind is IntakeKind.Refused or IntakeKind.Same)
        {
            return Unchanged(ruling, present);
        }

        if (!await VoteRow.Take(db, voteId, receivedAt, 1, ct))
        {
            return new VoteHasClosed();
        }

        // From here on the vote's row is ours: what is read now stays true until the commit, and who comes later is recorded later.
        now = clock.GetUtcNow();
        arriving = arriving with { TakenAt = incoming.TakenAt ?? now };
        present = await PresentOf(incoming, isCoOwned, ct);
        ruling = BallotIntake.Decide(vote.Window, line, present?.Ballot, arriving, terms);
        if (ruling.Kind is IntakeKind.Refused or IntakeKind.Same)
        {
            return Unchanged(ruling, present);
        }

        if (incoming.Mandate is { } mandate)
        {
            if (await mandates.LimitReached(voteId, mandate, ct) is { } limit)
            {
                return limit;
            }

            mandate.UsedAt = now;
        }

        var record = Record(isCoOwned ? incoming : incoming with { VoiceOf = null }, arriving.TakenAt, now, ruling.Reason);
        db.BallotRecords.Add(record);
        announcer.Touch(voteId);
        if (ruling.Reason is { } reason)
        {
            return new BallotReceipt(record.Receipt, now, BallotEffect.SetAside, IntakeWords.Of(reason));
        }

        if (incoming.Channel != BallotChannel.Proxy && (ruling.Kind == IntakeKind.TakenFirst || present?.Ballot.Channel == BallotChannel.Proxy))
        {
            await mandates.GiverVoted(voteId, seatId, isCoOwned ? incoming.VoiceOf : null, incoming.By, ct);
        }

        if (!isCoOwned)
        {
            await Put(record, isFirst: present is null, ct);
        }
        else if (await voices.Add(record, ct) == BallotEffect.Contested)
        {
            return new BallotReceipt(record.Receipt, now, BallotEffect.Contested, VoteWords.ContestedVoice);
        }

        return new BallotReceipt(record.Receipt, now, ruling.Kind == IntakeKind.TakenFirst ? BallotEffect.First : BallotEffect.Changed);
    }

    /// <summary>The record of a ballot that came in.</summary>
    /// <param name="incoming">The ballot.</param>
    /// <param name="takenAt">When the voter gave it.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="reason">Why it does not count; null where it does.</param>
    public static BallotRecord Record(IncomingBallot incoming, DateTimeOffset takenAt, DateTimeOffset now, SetAsideReason? reason) => new()
    {
        Id = Guid.CreateVersion7(now), VoteId = incoming.VoteId, SeatId = incoming.SeatId, Choice = incoming.Choice, Channel = incoming.Channel,
        CastByPersonId = incoming.By, CastAt = now, TakenAt = takenAt, Receipt = ReceiptCode.Create(), SetAsideFor = reason,
        VoiceOfPersonId = incoming.VoiceOf, MandateId = incoming.Mandate?.Id, EntryId = incoming.EntryId,
    };

    /// <summary>The seat's ballot as a record makes it.</summary>
    public static Ballot BallotOf(BallotRecord record) => new()
    {
        VoteId = record.VoteId, SeatId = record.SeatId, Choice = record.Choice, Channel = record.Channel, CastByPersonId = record.CastByPersonId,
        CastAt = record.CastAt, TakenAt = record.TakenAt, Receipt = record.Receipt,
    };

    /// <summary>Puts what a record says in the place of what the seat's ballot said; the records of both stay.</summary>
    public static void Overwrite(Ballot ballot, BallotRecord record)
    {
        (ballot.Choice, ballot.Channel, ballot.CastByPersonId) = (record.Choice, record.Channel, record.CastByPersonId);
        (ballot.CastAt, ballot.TakenAt, ballot.Receipt) = (record.CastAt, record.TakenAt, record.Receipt);
    }

    private static Outcome<BallotReceipt> Unchanged(IntakeRuling ruling, Present? present) => ruling.Kind == IntakeKind.Refused
        ? ruling.Refusal!
        : new BallotReceipt(present!.Receipt, present.CastAt, BallotEffect.Same);

    private async Task<Present?> PresentOf(IncomingBallot incoming, bool isCoOwned, CancellationToken ct)
    {
        if (isCoOwned)
        {
            return await voices.PresentOf(incoming.VoteId, incoming.SeatId, incoming.VoiceOf, ct);
        }

        return await db.Ballots.Where(b => b.VoteId == incoming.VoteId && b.SeatId == incoming.SeatId)
            .Select(b => new Present(new PresentBallot(b.Choice, b.Channel, b.CastByPersonId, b.TakenAt), b.Receipt, b.CastAt))
            .SingleOrDefaultAsync(ct);
    }

    private async Task Put(BallotRecord record, bool isFirst, CancellationToken ct)
    {
        if (isFirst)
        {
            db.Ballots.Add(BallotOf(record));
        }
        else
        {
            Overwrite(await db.Ballots.SingleAsync(b => b.VoteId == record.VoteId && b.SeatId == record.SeatId, ct), record);
        }
    }
}

/// <summary>The ballot or voice on file, with what its sender was given for it.</summary>
internal sealed record Present(PresentBallot Ballot, string Receipt, DateTimeOffset CastAt);
