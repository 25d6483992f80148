using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalBoard;

internal sealed class ProposalBoardHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<ProposalBoardQuery, Outcome<ProposalBoardView>>
{
    public async Task<Outcome<ProposalBoardView>> Handle(ProposalBoardQuery request, CancellationToken cancellationToken)
    {
        var counts = await db.Proposals.Where(p => p.CouncilId == request.CouncilId).GroupBy(p => p.Stage)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var columns = new List<BoardColumnView>();
        foreach (var column in request.Column is { } one ? [one] : BoardColumns.All)
        {
            var count = counts.Where(c => BoardColumns.Of(c.Key) == column).Sum(c => c.Count);
            columns.Add(count == 0 ? new(column, 0, [], null) : await Read(request, column, count, cancellationToken));
        }

        return new ProposalBoardView(columns);
    }

    private async Task<BoardColumnView> Read(ProposalBoardQuery request, BoardColumn column, int count, CancellationToken ct)
    {
        var (skip, size) = request.Column is null ? (0, ProposalBoardQuery.Short) : (request.Skip, ProposalBoardQuery.Long);
        var stages = BoardColumns.StagesOf(column);
        var proposals = db.Proposals.AsNoTracking().Where(p => p.CouncilId == request.CouncilId && stages.Contains(p.Stage));
        proposals = column == BoardColumn.Ended
            ? proposals.OrderByDescending(p => p.StageSince).ThenByDescending(p => p.Number)
            : proposals.OrderBy(p => p.StageSince).ThenBy(p => p.Number);
        var shown = await proposals.Skip(skip).Take(size).ToListAsync(ct);

        var now = clock.GetUtcNow();
        var ids = shown.Select(p => p.Id).ToList();
        var behind = column == BoardColumn.Doing
            ? await db.FollowUps.Where(f => ids.Contains(f.ProposalId) && f.DueAt < now && f.Stage != FollowUpStage.Kept && f.Stage != FollowUpStage.Cancelled)
                .Select(f => f.ProposalId).Distinct().ToListAsync(ct)
            : [];
        var cards = shown.Select(p => new ProposalCard(
            p.Id, p.Number, p.Title, p.Stage, (int)(now - p.StageSince).TotalDays, p.StageSince, p.StageUntil, BoardColumns.WaitsFor(p.Stage),
            column != BoardColumn.Ended && (p.StageUntil < (p.Stage == ProposalStage.OnAgenda ? now - Proposal.MeetingSits : now) || behind.Contains(p.Id))));
        return new(column, count, [.. cards], skip + shown.Count < count ? skip + shown.Count : null);
    }
}
