using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ListVisits;

internal sealed class ListVisitsHandler(GovernanceDbContext db, ManyRows many, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<ListVisitsCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(ListVisitsCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();

        // A list of the silent would say who has voted, which in a secret vote is told when it is over; and papers are not taken in it.
        if (!vote.IsOpenAt(now) || vote.Secret)
        {
            return 0;
        }

        var fresh = await SilentSeats.Of(db, vote.Id)
            .Where(seat => !db.VisitList.Any(v => v.VoteId == vote.Id && v.SeatId == seat))
            .ToListAsync(cancellationToken);
        if (fresh.Count > 0)
        {
            await many.Add(fresh.Select(seat => new VisitListEntry { VoteId = vote.Id, SeatId = seat, ListedAt = now }), cancellationToken);
            await notices.TellOffices(
                vote.CouncilId, [Office.VisitingWorker, Office.CouncilSecretary], "vote.visits", VoteWords.Visits(vote, fresh.Count),
                VoteWords.PageOf(vote.Id), cancellationToken);
        }

        return fresh.Count;
    }
}
