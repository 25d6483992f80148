using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.CheckReceipt;

internal sealed class CheckReceiptHandler(GovernanceDbContext db, SecretReceipts secret) : IRequestHandler<CheckReceiptQuery, Outcome<ReceiptCheck>>
{
    public async Task<Outcome<ReceiptCheck>> Handle(CheckReceiptQuery request, CancellationToken cancellationToken)
    {
        var code = ReceiptCode.Read(request.Receipt);
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.Secret)
        {
            return await secret.Check(vote, code, cancellationToken);
        }

        var record = code is null
            ? null
            : await db.BallotRecords.AsNoTracking().SingleOrDefaultAsync(r => r.VoteId == request.VoteId && r.Receipt == code, cancellationToken);
        if (record is null)
        {
            return new ReceiptUnknown();
        }

        var seat = await db.RollEntries.AsNoTracking().SingleAsync(r => r.VoteId == record.VoteId && r.SeatId == record.SeatId, cancellationToken);
        var ballot = await db.Ballots.AsNoTracking().SingleOrDefaultAsync(b => b.VoteId == record.VoteId && b.SeatId == record.SeatId, cancellationToken);
        var stands = seat.CoOwned
            ? await db.BallotVoices.AnyAsync(v => v.VoteId == record.VoteId && v.Receipt == record.Receipt, cancellationToken)
            : ballot?.Receipt == record.Receipt;
        var isReplaced = record.SetAsideFor is null && !stands;
        var state = vote.Stage == VoteStage.Cancelled ? ReceiptState.VoteCancelled
            : record.SetAsideFor is not null ? ReceiptState.SetAside
            : isReplaced ? ReceiptState.Replaced
            : seat.ContestedSince is not null ? ReceiptState.Contested
            : seat.ExcludedFor is not null ? ReceiptState.SeatExcluded
            : ReceiptState.Counts;
        return new ReceiptCheck(
            record.Receipt, state, seat.Label, record.Choice, record.Channel, record.CastAt, isReplaced ? await ReplacedAt(record, cancellationToken) : null,
            record.SetAsideFor is { } reason ? IntakeWords.Of(reason) : state == ReceiptState.Contested ? VoteWords.ContestedVoice : null);
    }

    // The next one taken of the same seat, or of the same co-owner's voice, or of all of them together.
    private async Task<DateTimeOffset?> ReplacedAt(BallotRecord record, CancellationToken ct) => await db.BallotRecords
        .Where(r => r.VoteId == record.VoteId && r.SeatId == record.SeatId && r.SetAsideFor == null && r.Id != record.Id && r.CastAt >= record.CastAt
            && (r.VoiceOfPersonId == record.VoiceOfPersonId || r.VoiceOfPersonId == null))
        .OrderBy(r => r.CastAt)
        .Select(r => (DateTimeOffset?)r.CastAt)
        .FirstOrDefaultAsync(ct);
}
