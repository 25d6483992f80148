using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.RecordAgreement;

internal sealed class RecordAgreementHandler(GovernanceDbContext db, CoOwnerVoices voices, TallyAnnouncer announcer, CurrentMember member, TimeProvider clock)
    : IRequestHandler<RecordAgreementCommand, Outcome<BallotReceipt>>
{
    public async Task<Outcome<BallotReceipt>> Handle(RecordAgreementCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        if (vote.BallotWindow.RefusalAt(now) is { } notNow)
        {
            return notNow;
        }

        var line = await db.RollEntries.SingleOrDefaultAsync(r => r.VoteId == vote.Id && r.SeatId == request.SeatId, cancellationToken);
        if (line is null)
        {
            return new SeatNotOnRoll();
        }

        if (line.ExcludedFor is not null)
        {
            return new SeatIsExcluded(line.ExclusionNote ?? string.Empty);
        }

        if (line.ContestedSince is null)
        {
            var agreed = await db.BallotVoices.AsNoTracking().SingleOrDefaultAsync(
                v => v.VoteId == vote.Id && v.SeatId == line.SeatId && v.AgreementReason == request.Reason && v.Choice == request.Choice, cancellationToken);
            return agreed is null ? new SeatNotContested() : new BallotReceipt(agreed.Receipt, agreed.CastAt, BallotEffect.Same);
        }

        var record = new BallotRecord
        {
            Id = Guid.CreateVersion7(now), VoteId = vote.Id, SeatId = line.SeatId, Choice = request.Choice, Channel = BallotChannel.Paper,
            CastByPersonId = member.Id, CastAt = now, TakenAt = now, Receipt = ReceiptCode.Create(),
            AgreementReason = request.Reason, AgreementHash = HashText.Stored(request.DocumentHash),
        };
        db.BallotRecords.Add(record);
        await voices.Agree(record, request.Reason, HashText.Stored(request.DocumentHash), cancellationToken);

        // Raising the vote's own row is what makes this and the count meet.
        vote.BallotCount++;
        announcer.Touch(vote.Id);
        return new BallotReceipt(record.Receipt, now, BallotEffect.Changed);
    }
}
