using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.RecordService;

internal sealed class RecordServiceHandler(GovernanceDbContext db, TallyAnnouncer announcer, TimeProvider clock)
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

        var fresh = seats.Where(s => s.ServedAt is null).ToList();
        fresh.ForEach(seat => (seat.ServedAt, seat.ServiceProof) = (now, request.Proof));

        // The count reads the service of ballots; raising the vote's own row is what makes the two meet.
        vote.BallotCount++;
        announcer.Touch(vote.Id);
        return fresh.Count;
    }
}
