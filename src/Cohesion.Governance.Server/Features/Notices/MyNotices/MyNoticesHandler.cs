using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Notices.MyNotices;

internal sealed class MyNoticesHandler(GovernanceDbContext db, CurrentMember member) : IRequestHandler<MyNoticesQuery, Outcome<NoticeList>>
{
    public async Task<Outcome<NoticeList>> Handle(MyNoticesQuery request, CancellationToken cancellationToken)
    {
        var mine = db.Notifications.AsNoTracking().Where(n => n.PersonId == member.Id);
        var unread = await mine.CountAsync(n => n.ReadAt == null, cancellationToken);
        var selected = request.Unread ? mine.Where(n => n.ReadAt == null) : mine;
        if (request.After is { } after)
        {
            // A place is the notice it follows; somebody else's, or none, is no place.
            var place = await mine.Where(n => n.Id == after).Select(n => (DateTimeOffset?)n.CreatedAt).SingleOrDefaultAsync(cancellationToken);
            if (place is not { } at)
            {
                return new NotFound();
            }

            selected = selected.Where(n => n.CreatedAt < at || (n.CreatedAt == at && n.Id.CompareTo(after) < 0));
        }

        var found = await selected
            .OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id)
            .Take(request.Size + 1)
            .ToListAsync(cancellationToken);
        var page = found.Take(request.Size).ToList();
        var councils = await db.Councils.AsNoTracking()
            .Where(c => page.Select(n => n.CouncilId).Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        return new NoticeList(
            unread,
            new Page<NoticeRow>(
                [.. page.Select(n => new NoticeRow(n.Id, n.CouncilId, councils[n.CouncilId], n.Kind, n.Text, n.Path, n.CreatedAt, n.ReadAt))],
                found.Count > request.Size ? page[^1].Id.ToString("D") : null));
    }
}
