using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Keeps what co-owners say of their one ballot: it counts while their voices agree, and is taken out of the count while they differ.</summary>
internal sealed class CoOwnerVoices(GovernanceDbContext db, NoticeBoard notices, TimeProvider clock)
{
    /// <summary>What a new voice meets: the person's own, else what all said together; a paper that all signed meets the last that anybody said.</summary>
    public async Task<Present?> PresentOf(Guid voteId, Guid seatId, Guid? voiceOf, CancellationToken ct)
    {
        var voices = await db.BallotVoices.AsNoTracking().Where(v => v.VoteId == voteId && v.SeatId == seatId).ToListAsync(ct);
        var met = voices.Find(v => v.PersonId == (voiceOf ?? BallotVoice.All))
            ?? voices.Find(v => v.PersonId == BallotVoice.All)
            ?? (voiceOf is null ? voices.MaxBy(v => v.TakenAt) : null);
        return met is null ? null : new Present(new PresentBallot(met.Choice, met.Channel, met.CastByPersonId, met.TakenAt), met.Receipt, met.CastAt);
    }

    /// <summary>A voice was taken: puts the seat's ballot in or out of the count accordingly, and tells those who act for the seat where that is news.</summary>
    /// <returns>First or Changed where the voices agree, Contested where they do not.</returns>
    public async Task<BallotEffect> Add(BallotRecord record, CancellationToken ct)
    {
        var standing = await db.BallotVoices.Where(v => v.VoteId == record.VoteId && v.SeatId == record.SeatId).ToListAsync(ct);
        var person = record.VoiceOfPersonId ?? BallotVoice.All;
        if (person == BallotVoice.All)
        {
            // What all signed takes the place of what each said.
            db.BallotVoices.RemoveRange(standing.Where(v => v.PersonId != BallotVoice.All));
            standing.RemoveAll(v => v.PersonId != BallotVoice.All);
        }

        if (standing.Find(v => v.PersonId == person) is not { } voice)
        {
            voice = db.BallotVoices.Add(new BallotVoice
            {
                VoteId = record.VoteId, SeatId = record.SeatId, PersonId = person, Choice = record.Choice, Channel = record.Channel,
                CastByPersonId = record.CastByPersonId, CastAt = record.CastAt, TakenAt = record.TakenAt, Receipt = record.Receipt,
            }).Entity;
            standing.Add(voice);
        }
        else
        {
            (voice.Choice, voice.Channel, voice.CastByPersonId) = (record.Choice, record.Channel, record.CastByPersonId);
            (voice.CastAt, voice.TakenAt, voice.Receipt) = (record.CastAt, record.TakenAt, record.Receipt);
            (voice.AgreementReason, voice.DocumentHash) = (null, null);
        }

        return await Weigh(record, VoicesFinding.Of(standing.Select(v => v.Choice)), ct);
    }

    /// <summary>The secretary recorded what they agreed on; it takes the place of every voice.</summary>
    public async Task Agree(BallotRecord record, string reason, string? documentHash, CancellationToken ct)
    {
        await Add(record, ct);
        var agreement = db.BallotVoices.Local.Single(v => v.VoteId == record.VoteId && v.SeatId == record.SeatId && v.PersonId == BallotVoice.All);
        (agreement.AgreementReason, agreement.DocumentHash) = (reason, documentHash);
    }

    private async Task<BallotEffect> Weigh(BallotRecord record, VoicesFinding finding, CancellationToken ct)
    {
        var line = await db.RollEntries.SingleAsync(r => r.VoteId == record.VoteId && r.SeatId == record.SeatId, ct);
        var ballot = await db.Ballots.SingleOrDefaultAsync(b => b.VoteId == record.VoteId && b.SeatId == record.SeatId, ct);
        var wasContested = line.ContestedSince is not null;
        if (finding.IsContested)
        {
            if (ballot is not null)
            {
                db.Ballots.Remove(ballot);
            }

            line.ContestedSince ??= clock.GetUtcNow();
            await Tell(record, wasContested ? null : VoteWords.Contested, ct);
            return BallotEffect.Contested;
        }

        line.ContestedSince = null;
        if (ballot is null)
        {
            db.Ballots.Add(BallotBox.BallotOf(record));
        }
        else
        {
            BallotBox.Overwrite(ballot, record);
        }

        await Tell(record, wasContested ? VoteWords.ContestEnded : null, ct);
        return ballot is null ? BallotEffect.First : BallotEffect.Changed;
    }

    private async Task Tell(BallotRecord record, Func<Vote, string, Domain.LocalText>? words, CancellationToken ct)
    {
        if (words is null)
        {
            return;
        }

        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == record.VoteId, ct);
        var label = await db.RollEntries.Where(r => r.VoteId == vote.Id && r.SeatId == record.SeatId).Select(r => r.Label).SingleAsync(ct);
        await notices.TellSeats(vote.CouncilId, [record.SeatId], "vote.contested", words(vote, label), VoteWords.BallotPageOf(vote.Id), ct);
    }
}
