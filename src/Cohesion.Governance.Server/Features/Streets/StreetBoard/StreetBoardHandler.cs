using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Streets.StreetBoard;

internal sealed class StreetBoardHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<StreetBoardQuery, Outcome<StreetBoardView>>
{
    private static readonly MeetingStage[] Planned = [MeetingStage.Planned, MeetingStage.Noticed, MeetingStage.CheckIn];

    public async Task<Outcome<StreetBoardView>> Handle(StreetBoardQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var street = await db.Streets.AsNoTracking().SingleAsync(s => s.Id == request.StreetId, cancellationToken);
        var councils = db.Councils.AsNoTracking().Where(c => c.StreetId == request.StreetId);
        var names = await councils.Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken);

        // One grouped query a count, however many councils the street has.
        var stages = await councils.Join(db.Proposals, c => c.Id, p => p.CouncilId, (c, p) => new { c.Id, p.Stage })
            .GroupBy(p => new { p.Id, p.Stage }).Select(g => new { g.Key.Id, g.Key.Stage, Count = g.Count() }).ToListAsync(cancellationToken);
        var stagesOf = stages.ToLookup(s => s.Id);
        var needs = await councils.Join(db.Needs.Where(n => n.Stage == NeedStage.Open), c => c.Id, n => n.CouncilId, (c, _) => c.Id)
            .GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var votes = await councils.Join(db.Votes.Where(v => v.Stage == VoteStage.Open), c => c.Id, v => v.CouncilId, (c, _) => c.Id)
            .GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var actions = await councils
            .Join(
                db.FollowUps.Where(f => f.Stage != FollowUpStage.Kept && f.Stage != FollowUpStage.Cancelled),
                c => c.Id, f => f.CouncilId, (c, f) => new { c.Id, f.ChaseLevel, Late = f.DueAt < now ? 1 : 0 })
            .GroupBy(f => f.Id)
            .Select(g => new { g.Key, Open = g.Count(), Late = g.Sum(f => f.Late), Chase = g.Max(f => f.ChaseLevel) })
            .ToDictionaryAsync(g => g.Key, cancellationToken);
        var meetings = await councils
            .Join(db.Meetings.Where(m => m.StartsAt >= now && Planned.Contains(m.Stage)), c => c.Id, m => m.CouncilId, (c, m) => new { c.Id, m.StartsAt })
            .ToListAsync(cancellationToken);
        var next = meetings.GroupBy(m => m.Id).ToDictionary(g => g.Key, g => g.Min(m => m.StartsAt));

        var rows = names.Select(council =>
        {
            var open = actions.GetValueOrDefault(council.Id);
            return new StreetCouncil(
                council.Id,
                council.Name,
                stagesOf[council.Id].ToDictionary(s => s.Stage, s => s.Count),
                needs.GetValueOrDefault(council.Id),
                votes.GetValueOrDefault(council.Id),
                open?.Open ?? 0,
                open?.Late ?? 0,
                open?.Chase ?? 0,
                next.TryGetValue(council.Id, out var when) ? when : null);
        });
        return new StreetBoardView(street.Id, street.Name, [.. rows.OrderByDescending(r => r.OverdueActions).ThenBy(r => r.CouncilId)]);
    }
}
