using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ListRoll;

internal sealed class ListRollHandler(GovernanceDbContext db, CurrentMember member) : IRequestHandler<ListRollQuery, Outcome<RollPage>>
{
    /// <summary>Lines of a page.</summary>
    public const int PageSize = 100;

    public async Task<Outcome<RollPage>> Handle(ListRollQuery request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote is { Secret: true, Stage: not VoteStage.Closed } && request.Show is (RollLines.Voted or RollLines.Silent))
        {
            return new SecretUntilCounted();
        }

        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, cancellationToken);
        var blocs = await TallyView.BlocsOf(db, vote.CouncilId, cancellationToken);
        var lines = Searched(Shown(request.VoteId, request.Show), request.Find);

        // How long the whole roll is the vote knows; counting a million lines costs more than reading a page of them.
        var isWhole = request.Show == RollLines.All && string.IsNullOrWhiteSpace(request.Find);
        var matching = isWhole ? vote.RollSize ?? 0 : await lines.CountAsync(cancellationToken);
        var pages = Math.Max(1, (matching + PageSize - 1) / PageSize);
        var page = Math.Min(request.Page, pages);
        var shown = await lines.AsNoTracking()
            .OrderBy(r => r.BlocCode).ThenBy(r => r.Label).ThenBy(r => r.SeatId)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return new RollPage(
            vote.Id, vote.CouncilId, council.Name, council.TimeZone, vote.Question, vote.Stage == VoteStage.Closed, blocs.ToDictionary(b => b.Code, b => b.Name, StringComparer.Ordinal),
            await SeatLines.Tell(db, vote, RulePacks.Read(vote.RulePackJson, vote.RulePack), shown, member, cancellationToken), matching, page, pages);
    }

    private IQueryable<RollEntry> Shown(Guid voteId, RollLines show)
    {
        var lines = db.RollEntries.Where(r => r.VoteId == voteId);
        return show switch
        {
            RollLines.Voted => lines.Where(r => r.ExcludedFor == null
                && (db.Ballots.Any(b => b.VoteId == voteId && b.SeatId == r.SeatId) || db.SecretMarks.Any(m => m.VoteId == voteId && m.SeatId == r.SeatId))),
            RollLines.Silent => lines.Where(r => r.ExcludedFor == null
                && !db.Ballots.Any(b => b.VoteId == voteId && b.SeatId == r.SeatId) && !db.SecretMarks.Any(m => m.VoteId == voteId && m.SeatId == r.SeatId)),
            RollLines.Unserved => lines.Where(r => r.ExcludedFor == null && r.ServedAt == null),
            RollLines.Contested => lines.Where(r => r.ContestedSince != null),
            RollLines.Excluded => lines.Where(r => r.ExcludedFor != null),
            _ => lines,
        };
    }

    private static IQueryable<RollEntry> Searched(IQueryable<RollEntry> lines, string? find)
    {
        if (string.IsNullOrWhiteSpace(find))
        {
            return lines;
        }

        // Lowered on both sides, since databases differ in what their comparisons make of capitals.
        var part = find.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated into SQL, where there is no culture.
        return lines.Where(r => r.Label.ToLower().Contains(part) || r.PartyName.En.ToLower().Contains(part) || r.PartyName.Zh.ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}
