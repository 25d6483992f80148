using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>What became of an entry when it was checked or settled.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Receipt">The receipt of the ballot it became, for the voter.</param>
/// <param name="Effect">What that ballot did.</param>
/// <param name="Why">Why it does not count, where it does not.</param>
internal sealed record CheckedEntry(BallotEntryStage Stage, string? Receipt, BallotEffect? Effect = null, LocalText? Why = null)
{
    public static CheckedEntry Of(BallotEntry entry) => new(entry.Stage, entry.Receipt, Why: BallotEntry.WhyNotCounted(entry.Stage));
}

/// <summary>Casts the ballot that an entry has become, and tells its seat.</summary>
internal sealed class EntryCasting(
    GovernanceDbContext db, BallotBox box, EnvelopeBox envelopes, TallyAnnouncer announcer, ProcessOutbox process, NoticeBoard notices, TimeProvider clock)
{
    /// <summary>Casts it as of the time at which it was entered.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="choice">What it says; null for the outer envelope of a secret vote.</param>
    /// <param name="ct">Cancels the casting.</param>
    public async Task<Outcome<CheckedEntry>> Cast(BallotEntry entry, BallotChoice? choice, CancellationToken ct) => choice is { } said
        ? await CastNamed(entry, said, ct)
        : await CastEnvelope(entry, ct);

    /// <summary>One entry less waits: the vote may be able to end, or a secret one that waits for its envelopes to be counted.</summary>
    public void OneLess(Vote vote)
    {
        announcer.Touch(vote.Id);
        if (vote.Secret && !vote.IsOpenAt(clock.GetUtcNow()))
        {
            process.Signal(SecrecyEvents.EnvelopesDone, vote.CouncilId, vote.Id, new { VoteId = vote.Id });
        }
    }

    private async Task<Outcome<CheckedEntry>> CastEnvelope(BallotEntry entry, CancellationToken ct)
    {
        if (!(await envelopes.Take(entry, ct)).Granted(out var taken, out var refusal))
        {
            return refusal;
        }

        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == entry.VoteId, ct);
        OneLess(vote);
        await notices.TellSeats(
            vote.CouncilId, [entry.SeatId], "vote.recorded", VoteWords.EnvelopeRecorded(vote, VoteWords.ChannelName(entry.Channel), taken.Why),
            VoteWords.BallotPageOf(vote.Id), ct);
        return taken;
    }

    private async Task<Outcome<CheckedEntry>> CastNamed(BallotEntry entry, BallotChoice choice, CancellationToken ct)
    {
        var outcome = await box.Take(
            new IncomingBallot(entry.VoteId, entry.SeatId, choice, entry.Channel, entry.EnteredByPersonId)
            {
                TakenAt = entry.TakenAt, ReceivedAt = entry.EnteredAt, VoiceOf = entry.SignedByPersonId, EntryId = entry.Id,
            },
            ct);
        if (!outcome.Granted(out var receipt, out var refusal))
        {
            return refusal;
        }

        // Also where it adds no ballot: one paper less waits, and the vote may be able to end.
        announcer.Touch(entry.VoteId);
        entry.Receipt = receipt.Receipt;
        if (receipt.Effect != BallotEffect.Same)
        {
            var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == entry.VoteId, ct);
            await notices.TellSeats(
                vote.CouncilId, [entry.SeatId], "vote.recorded", VoteWords.Recorded(vote, VoteWords.ChannelName(entry.Channel), receipt.Why),
                VoteWords.BallotPageOf(vote.Id), ct);
        }

        return new CheckedEntry(entry.Stage, receipt.Receipt, receipt.Effect, receipt.Why);
    }
}
