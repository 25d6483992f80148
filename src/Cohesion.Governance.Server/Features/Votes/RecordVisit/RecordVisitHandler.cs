using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.RecordVisit;

internal sealed class RecordVisitHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<RecordVisitCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordVisitCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        if (vote.BallotWindow.RefusalAt(now) is { } tooLate)
        {
            return tooLate;
        }

        if (!await db.RollEntries.AnyAsync(r => r.VoteId == vote.Id && r.SeatId == request.SeatId, cancellationToken))
        {
            return new SeatNotOnRoll();
        }

        var entry = await db.VisitList.SingleOrDefaultAsync(v => v.VoteId == vote.Id && v.SeatId == request.SeatId, cancellationToken)
            ?? db.VisitList.Add(new VisitListEntry { VoteId = vote.Id, SeatId = request.SeatId, ListedAt = now }).Entity;
        (entry.VisitedAt, entry.VisitedByPersonId, entry.Note) = (now, member.Id, request.Note);
        return default(Done);
    }
}
