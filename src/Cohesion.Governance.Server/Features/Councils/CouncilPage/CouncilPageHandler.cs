using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.CouncilPage;

internal sealed class CouncilPageHandler(GovernanceDbContext db, IRulePackCatalogue rules, TimeProvider clock)
    : IRequestHandler<CouncilPageQuery, Outcome<CouncilView>>
{
    public async Task<Outcome<CouncilView>> Handle(CouncilPageQuery request, CancellationToken cancellationToken)
    {
        var id = request.CouncilId;
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var street = await db.Streets.AsNoTracking().SingleAsync(s => s.Id == council.StreetId, cancellationToken);
        var buildings = await db.CouncilBuildings.Where(c => c.CouncilId == id)
            .Join(db.Buildings, c => c.BuildingId, b => b.Id, (c, b) => b)
            .AsNoTracking().OrderBy(b => b.Id).ToListAsync(cancellationToken);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == id).OrderBy(m => m.Code).ToListAsync(cancellationToken);
        var blocs = await BlocsOf(council, measures, cancellationToken);
        var stages = await db.Proposals.Where(p => p.CouncilId == id).GroupBy(p => p.Stage)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new CouncilView(
            id, council.Name, council.TimeZone, street.Id, street.Name, [.. buildings.Select(b => new BuildingView(b.Id, b.Name, b.Address))],
            council.NoticeDays, council.DefaultRulePack,
            rules.Exists(council.DefaultRulePack) ? rules.Title(council.DefaultRulePack) : LocalText.Same(council.DefaultRulePack),
            council.EarlyDecision, council.RegisterVersion,
            [.. measures.Select(m => new MeasureView(m.Code, m.Name, m.Unit, m.Scale, blocs.Sum(b => b.Totals[m.Code])))],
            blocs,
            await HoldersOf(council, cancellationToken),
            stages,
            await db.Needs.CountAsync(n => n.CouncilId == id && n.Stage == NeedStage.Open, cancellationToken));
    }

    private async Task<IReadOnlyList<BlocView>> BlocsOf(Council council, List<Measure> measures, CancellationToken ct)
    {
        var version = council.RegisterVersion;
        var seats = await db.SeatEntries.AsNoTracking()
            .Where(s => s.CouncilId == council.Id && s.FromVersion <= version && (s.ToVersion == null || s.ToVersion > version))
            .Join(db.Parties.AsNoTracking(), s => s.PartyId, p => p.Id, (s, p) => new { s.SeatId, s.BlocId, s.Label, s.Measures, Party = p.Name })
            .ToListAsync(ct);
        var bySeat = seats.OrderBy(s => s.Label, StringComparer.Ordinal).ToLookup(s => s.BlocId);
        var blocs = await db.Blocs.AsNoTracking().Where(b => b.CouncilId == council.Id).OrderBy(b => b.Position).ToListAsync(ct);
        return
        [
            .. blocs.Select(b => new BlocView(
                b.Code,
                b.Name,
                measures.ToDictionary(m => m.Code, m => bySeat[b.Id].Sum(s => s.Measures[m.Code]), StringComparer.Ordinal),
                [.. bySeat[b.Id].Select(s => new SeatLine(s.SeatId, s.Label, s.Party, s.Measures.All.ToDictionary(StringComparer.Ordinal)))])),
        ];
    }

    private async Task<IReadOnlyList<HolderView>> HoldersOf(Council council, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var holdings = await db.OfficeHoldings.AsNoTracking()
            .Where(h => h.Since <= now && (h.Until == null || h.Until > now) && (h.CouncilId == council.Id || h.StreetId == council.StreetId))
            .Join(db.People.AsNoTracking(), h => h.PersonId, p => p.Id, (h, p) => new { h.Office, h.SeatId, p.Id, p.Name })
            .ToListAsync(ct);
        return
        [
            .. holdings.GroupBy(h => h.Id)
                .Select(g => new HolderView(
                    g.Key, g.First().Name, [.. g.Select(h => h.Office).Distinct().Order()], [.. g.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value)]))
                .OrderBy(h => h.Offices[0]).ThenBy(h => h.Name.En, StringComparer.Ordinal),
        ];
    }
}
