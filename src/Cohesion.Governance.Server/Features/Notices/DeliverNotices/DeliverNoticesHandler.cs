using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Notices.DeliverNotices;

internal sealed class DeliverNoticesHandler(GovernanceDbContext db, LiveFeed live, TimeProvider clock)
    : IRequestHandler<DeliverNoticesCommand, Outcome<IReadOnlyList<DeliveredNotice>>>
{
    public async Task<Outcome<IReadOnlyList<DeliveredNotice>>> Handle(DeliverNoticesCommand request, CancellationToken cancellationToken)
    {
        // All workers take them in the same order, so that none waits for another crosswise.
        var waiting = await db.Notifications.AsNoTracking()
            .Where(n => n.DeliveredAt == null)
            .OrderBy(n => n.CreatedAt).ThenBy(n => n.Id)
            .Take(request.Most)
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        List<DeliveredNotice> delivered = [];
        foreach (var notice in waiting)
        {
            // Whoever sets the time has it; for everybody else the row no longer matches.
            var claimed = await db.Notifications
                .Where(n => n.Id == notice.Id && n.DeliveredAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.DeliveredAt, now), cancellationToken);
            if (claimed == 1)
            {
                await live.Announce(
                    Topics.Person(notice.PersonId), "notice", new { notice.Id, notice.Kind, notice.Text, notice.Path, notice.CouncilId }, cancellationToken);
                delivered.Add(new(notice.Id, notice.PersonId, notice.Kind, notice.Path));
            }
        }

        return delivered;
    }
}
