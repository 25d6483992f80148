using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.CheckReceipt;

internal sealed class CheckReceiptHandler(GovernanceDbContext db) : IRequestHandler<CheckReceiptQuery, Outcome<ReceiptCheck>>
{
    public async Task<Outcome<ReceiptCheck>> Handle(CheckReceiptQuery request, CancellationToken cancellationToken)
    {
        var code = ReceiptCode.Read(request.Receipt);
        var record = code is null
            ? null
            : await db.BallotRecords.AsNoTracking().SingleOrDefaultAsync(r => r.VoteId == request.VoteId && r.Receipt == code, cancellationToken);
        if (record is null)
        {
            return new ReceiptUnknown();
        }

        var stage = await db.Votes.Where(v => v.Id == request.VoteId).Select(v => v.Stage).SingleAsync(cancellationToken);
        var seat = await db.RollEntries.AsNoTracking().SingleAsync(r => r.VoteId == record.VoteId && r.SeatId == record.SeatId, cancellationToken);
        var ballot = await db.Ballots.AsNoTracking().SingleAsync(b => b.VoteId == record.VoteId && b.SeatId == record.SeatId, cancellationToken);
        var isReplaced = ballot.Receipt != record.Receipt;
        var state = stage == VoteStage.Cancelled ? ReceiptState.VoteCancelled
            : isReplaced ? ReceiptState.Replaced
            : seat.ExcludedFor is not null ? ReceiptState.SeatExcluded
            : ReceiptState.Counts;
        return new ReceiptCheck(
            record.Receipt, state, seat.Label, record.Choice, record.Channel, record.CastAt, isReplaced ? ballot.CastAt : null);
    }
}
