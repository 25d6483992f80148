using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Streets.StreetFigures;

/// <summary>Every number is one grouped query over all councils of the street, however many there are; no row of an action is loaded to be counted.</summary>
internal sealed class StreetFiguresHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<StreetFiguresQuery, Outcome<StreetFiguresView>>
{
    public const int HighestLevel = 4;

    private static readonly StreetRates None = new(0, 0, 0, 0, 0, 0, 0, 0);

    public async Task<Outcome<StreetFiguresView>> Handle(StreetFiguresQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var now = clock.GetUtcNow();
        var since = now.AddDays(-request.Days);
        var street = await db.Streets.AsNoTracking().SingleAsync(s => s.Id == request.StreetId, ct);
        var councils = db.Councils.AsNoTracking().Where(c => c.StreetId == request.StreetId);
        var names = await councils.Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        var actions = councils.Join(db.FollowUps.AsNoTracking(), c => c.Id, f => f.CouncilId, (c, f) => f);
        var open = actions.Where(f => f.Stage != FollowUpStage.Kept && f.Stage != FollowUpStage.Cancelled);

        var levels = await open.Where(f => f.DueAt < now).GroupBy(f => new { f.CouncilId, f.ChaseLevel })
            .Select(g => new { g.Key.CouncilId, g.Key.ChaseLevel, Count = g.Count() }).ToListAsync(ct);
        var byCouncil = await Rates(councils, actions, since, now, ct);
        foreach (var level in levels)
        {
            var before = byCouncil.GetValueOrDefault(level.CouncilId, None);
            byCouncil[level.CouncilId] = before with { Overdue = before.Overdue + level.Count };
        }

        var overdue = new int[HighestLevel + 1];
        foreach (var level in levels)
        {
            overdue[Math.Clamp(level.ChaseLevel, 0, HighestLevel)] += level.Count;
        }

        var stuck = new StuckSearch(db, names, now);
        var (counts, longest) = await stuck.In(councils, ct);
        return new StreetFiguresView(
            street.Id, street.Name, request.Days, since, byCouncil.Values.Aggregate(None, Sum), overdue, counts, longest,
            await new DeadlineSearch(db, names, now).In(councils, ct),
            [.. byCouncil.Select(c => new CouncilRates(c.Key, names[c.Key], c.Value)).OrderByDescending(c => c.Rates.Overdue).ThenBy(c => Share(c.Rates)).ThenBy(c => c.CouncilId)]);
    }

    private async Task<Dictionary<Guid, StreetRates>> Rates(
        IQueryable<Council> councils, IQueryable<FollowUpAction> actions, DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        var due = await actions.Where(f => f.DueAt >= since && f.DueAt < now && f.Stage != FollowUpStage.Cancelled).GroupBy(f => f.CouncilId)
            .Select(g => new
            {
                g.Key,
                Due = g.Count(),
                Kept = g.Sum(f => f.Stage == FollowUpStage.Kept ? 1 : 0),
                InTime = g.Sum(f => f.Stage == FollowUpStage.Kept && f.KeptAt <= f.DueAt ? 1 : 0),
            }).ToListAsync(ct);
        var said = await db.Confirmations.Where(w => w.At >= since).Join(actions, w => w.FollowUpId, f => f.Id, (w, f) => new { f.CouncilId, w.Kept }).GroupBy(w => w.CouncilId)
            .Select(g => new { g.Key, Count = g.Count(), Yes = g.Sum(w => w.Kept ? 1 : 0) }).ToListAsync(ct);
        var silent = await db.FollowUpChanges.Where(w => w.At >= since && w.Kind == FollowUpChangeKind.LeftToRuling)
            .Join(actions, w => w.FollowUpId, f => f.Id, (w, f) => f.CouncilId).GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var rated = await councils.Join(db.Proposals, c => c.Id, p => p.CouncilId, (c, p) => p)
            .Join(db.Appraisals.Where(a => a.At >= since), p => p.Id, a => a.ProposalId, (p, a) => new { p.CouncilId, a.Rating }).GroupBy(a => a.CouncilId)
            .Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(a => a.Rating) }).ToListAsync(ct);

        var rates = new Dictionary<Guid, StreetRates>();
        void Add(Guid council, Func<StreetRates, StreetRates> add) => rates[council] = add(rates.GetValueOrDefault(council, None));
        due.ForEach(d => Add(d.Key, r => r with { Due = d.Due, Kept = d.Kept, InTime = d.InTime }));
        said.ForEach(s => Add(s.Key, r => r with { Asked = r.Asked + s.Count, Satisfied = s.Yes }));
        silent.ForEach(s => Add(s.Key, r => r with { Asked = r.Asked + s.Count }));
        rated.ForEach(a => Add(a.Key, r => r with { Ratings = a.Count, RatingSum = a.Sum }));
        return rates;
    }

    private static StreetRates Sum(StreetRates a, StreetRates b) => new(
        a.Due + b.Due, a.Kept + b.Kept, a.InTime + b.InTime, a.Asked + b.Asked, a.Satisfied + b.Satisfied, a.Ratings + b.Ratings, a.RatingSum + b.RatingSum, a.Overdue + b.Overdue);

    private static decimal Share(StreetRates rates) => rates.Due == 0 ? 1 : (decimal)rates.Kept / rates.Due;
}
