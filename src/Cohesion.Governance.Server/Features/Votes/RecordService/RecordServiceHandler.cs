using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.RecordService;

internal sealed class RecordServiceHandler(GovernanceDbContext db, CurrentMember member, TallyAnnouncer announcer, TimeProvider clock)
    : IRequestHandler<RecordServiceCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(RecordServiceCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        if (vote.RollChangeRefusalAt(now) is { } tooLate)
        {
            return tooLate;
        }

        var wanted = request.SeatIds.Distinct().ToList();
        var seats = await db.RollEntries.Where(r => r.VoteId == vote.Id && wanted.Contains(r.SeatId)).ToListAsync(cancellationToken);
        if (seats.Count < wanted.Count)
        {
            return new SeatNotOnRoll();
        }

        var at = request.At ?? now;
        if (at > now)
        {
            return new ServedInFuture();
        }

        var log = await db.DeliveryRecords.Where(d => d.VoteId == vote.Id && wanted.Contains(d.SeatId)).ToListAsync(cancellationToken);
        var fresh = 0;
        foreach (var seat in seats)
        {
            var lines = log.FindAll(l => l.SeatId == seat.SeatId);
            if (!lines.Exists(l => l.Kind == request.Kind && l.At == at))
            {
                lines.Add(db.DeliveryRecords.Add(LineOf(request, seat.SeatId, at, now)).Entity);
            }

            // A proof given before stays: what served first serves.
            if (seat.ServedAt is null && ServiceFinding.Of(lines) is { At: { } served } finding)
            {
                (seat.ServedAt, seat.ServedBy, seat.ServiceProof) = (served, finding.By, finding.Proof);
                fresh++;
            }
        }


        // The count reads the service of ballots; raising the vote's own row is what makes the two meet.
        vote.BallotCount++;
        announcer.Touch(vote.Id);
        return fresh;
    }

    private DeliveryRecord LineOf(RecordServiceCommand request, Guid seatId, DateTimeOffset at, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), VoteId = request.VoteId, SeatId = seatId, Kind = request.Kind, Proof = request.Proof,
        ScanHash = HashText.Stored(request.ScanHash), Witness = request.Witness?.Trim(), Place = request.Place?.Trim(), At = at, ByPersonId = member.Id, RecordedAt = now,
    };
}
