using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.ActionBoard;

internal sealed class ActionBoardHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<ActionBoardQuery, Outcome<ActionBoardView>>
{
    public async Task<Outcome<ActionBoardView>> Handle(ActionBoardQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var all = db.FollowUps.AsNoTracking().Where(f => f.CouncilId == request.CouncilId);
        var found = await Select(all, request, now)
            .OrderBy(f => f.DueAt).ThenBy(f => f.Number)
            .Take(request.Size + 1)
            .Join(db.People, f => f.OwnerPersonId, p => p.Id, (f, p) => new { Action = f, Owner = p.Name })
            .Join(db.Resolutions, a => a.Action.ResolutionId, r => r.Id, (a, r) => new { a.Action, a.Owner, r.Number, r.Title })
            .ToListAsync(cancellationToken);
        var rows = found.OrderBy(f => f.Action.DueAt).ThenBy(f => f.Action.Number).Take(request.Size)
            .Select(f => new ActionRow(
                f.Action.Id, f.Action.Number, f.Action.Title, f.Action.OwnerPersonId, f.Owner, f.Action.DueAt, f.Action.IsOverdue(now),
                f.Action.Stage, f.Action.ChaseLevel, f.Action.Reopened, f.Action.ResolutionId, f.Number, f.Title))
            .ToList();
        var next = found.Count > request.Size ? new BoardPlace(rows[^1].DueAt, rows[^1].Number).ToString() : null;
        return new ActionBoardView(await Sum(all, now, cancellationToken), new(rows, next));
    }

    private static IQueryable<FollowUpAction> Select(IQueryable<FollowUpAction> all, ActionBoardQuery request, DateTimeOffset now)
    {
        all = request.Stage is { } stage
            ? all.Where(f => f.Stage == stage)
            : all.Where(f => f.Stage != FollowUpStage.Kept && f.Stage != FollowUpStage.Cancelled);
        if (request.OwnerPersonId is { } owner)
        {
            all = all.Where(f => f.OwnerPersonId == owner);
        }

        if (request.Overdue is { } late)
        {
            all = late ? Late(all, now) : all.Where(f => f.DueAt >= now || f.Stage == FollowUpStage.Evidenced || f.Stage == FollowUpStage.AwaitingRuling
                || f.Stage == FollowUpStage.Kept || f.Stage == FollowUpStage.Cancelled);
        }

        if (request.DueBefore is { } before)
        {
            all = all.Where(f => f.DueAt < before);
        }

        if (request.MinLevel is { } level)
        {
            all = all.Where(f => f.ChaseLevel >= level);
        }

        return BoardPlace.TryParse(request.After, out var place)
            ? all.Where(f => f.DueAt > place.DueAt || (f.DueAt == place.DueAt && f.Number > place.Number))
            : all;
    }

    // The same as FollowUpAction.IsOverdue, in words the database understands.
    private static IQueryable<FollowUpAction> Late(IQueryable<FollowUpAction> all, DateTimeOffset now) => all.Where(f => f.DueAt < now
        && (f.Stage == FollowUpStage.Assigned || f.Stage == FollowUpStage.Declined || f.Stage == FollowUpStage.Accepted));

    private static async Task<ActionSummary> Sum(IQueryable<FollowUpAction> all, DateTimeOffset now, CancellationToken ct)
    {
        var stages = await all.GroupBy(f => f.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }).ToListAsync(ct);
        int Count(params FollowUpStage[] which) => stages.Where(s => which.Contains(s.Stage)).Sum(s => s.Count);
        return new(
            stages.Sum(s => s.Count) - Count(FollowUpStage.Kept, FollowUpStage.Cancelled),
            await Late(all, now).CountAsync(ct),
            Count(FollowUpStage.Kept),
            Count(FollowUpStage.Cancelled),
            await all.CountAsync(f => f.Reopened > 0, ct));
    }
}
