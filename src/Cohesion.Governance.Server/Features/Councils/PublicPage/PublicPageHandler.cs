using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.PublicPage;

internal sealed class PublicPageHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock) : IRequestHandler<PublicPageQuery, Outcome<PublicPageView>>
{
    public async Task<Outcome<PublicPageView>> Handle(PublicPageQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == request.CouncilId, ct);
        if (!council.PublicPage && !(request.Preview && member.Holds(Office.CouncilSecretary)))
        {
            return new NotFound();
        }

        var now = clock.GetUtcNow();
        var street = await db.Streets.Where(s => s.Id == council.StreetId).Select(s => s.Name).SingleAsync(ct);
        var all = db.Resolutions.AsNoTracking().Where(r => r.CouncilId == council.Id);
        var adopted = await all.CountAsync(ct);
        var done = await all.CountAsync(r => r.KeptAt != null || r.NoActionNeeded != null, ct);
        var overdue = db.FollowUps.Where(f => f.CouncilId == council.Id && f.DueAt < now && f.Stage != FollowUpStage.Kept && f.Stage != FollowUpStage.Cancelled);
        var late = await all.CountAsync(r => r.KeptAt == null && r.NoActionNeeded == null && overdue.Any(f => f.ResolutionId == r.Id), ct);

        // Nothing but these columns leaves the database for here.
        var found = await all.Where(r => request.After == null || r.Number < request.After).OrderByDescending(r => r.Number).Take(PublicPageQuery.Size + 1)
            .Select(r => new { r.Id, r.Number, r.Title, r.AdoptedAt, r.KeptAt, NothingToDo = r.NoActionNeeded != null }).ToListAsync(ct);
        var shown = found.Take(PublicPageQuery.Size).ToList();
        var ids = shown.Select(r => r.Id).ToList();
        var actions = (await db.FollowUps.Where(f => ids.Contains(f.ResolutionId) && f.Stage != FollowUpStage.Cancelled)
            .Select(f => new { f.ResolutionId, IsKept = f.Stage == FollowUpStage.Kept, f.DueAt }).ToListAsync(ct)).ToLookup(f => f.ResolutionId);
        var resolutions = shown.Select(r =>
        {
            var open = actions[r.Id].Where(f => !f.IsKept).ToList();
            var state = r.NothingToDo ? PublicState.NothingToDo
                : r.KeptAt is not null ? PublicState.Done
                : open.Exists(f => f.DueAt < now) ? PublicState.Late
                : actions[r.Id].Any() ? PublicState.Open
                : PublicState.NotBegun;
            return new PublicResolution(
                r.Number, r.Title, r.AdoptedAt, state, actions[r.Id].Count(), actions[r.Id].Count(f => f.IsKept), open.Count > 0 ? open.Max(f => f.DueAt) : null, r.KeptAt);
        });
        return new PublicPageView(
            council.Id, council.Name, street, council.TimeZone, council.PublicPage, adopted, done, late, [.. resolutions], found.Count > shown.Count ? shown[^1].Number : null);
    }
}
