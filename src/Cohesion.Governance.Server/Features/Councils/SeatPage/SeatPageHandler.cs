using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.SeatPage;

internal sealed class SeatPageHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<SeatPageQuery, Outcome<SeatView>>
{
    public async Task<Outcome<SeatView>> Handle(SeatPageQuery request, CancellationToken cancellationToken)
    {
        var id = request.CouncilId;
        var entries = await db.SeatEntries.AsNoTracking().Where(s => s.CouncilId == id && s.SeatId == request.SeatId).OrderByDescending(s => s.FromVersion).ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            return new NotFound();
        }

        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var versions = (await RegisterVersions.Of(db, id, cancellationToken)).ToDictionary(v => v.Number);
        var blocs = await db.Blocs.AsNoTracking().Where(b => b.CouncilId == id).OrderBy(b => b.Position).ToListAsync(cancellationToken);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == id).ToDictionaryAsync(m => m.Code, StringComparer.Ordinal, cancellationToken);
        var partyIds = entries.Select(s => s.PartyId).ToList();
        var parties = await db.Parties.AsNoTracking().Where(p => partyIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var codes = blocs.ToDictionary(b => b.Id, b => b.Code);
        List<SeatState> history = [.. entries.Select(s => new SeatState(versions[s.FromVersion], RegisterLines.Of(s, codes[s.BlocId], parties[s.PartyId], measures)))];
        var party = entries[0].PartyId;
        return new SeatView(
            council.Name, council.TimeZone, council.RegisterVersion, history[0].Line, entries[0].ToVersion is { } ended ? versions[ended] : null, history,
            await SeatHolders.Of(db, id, [request.SeatId], clock.GetUtcNow(), cancellationToken),
            await db.SeatEntries.CountAsync(s => s.CouncilId == id && s.ToVersion == null && s.PartyId == party && s.SeatId != request.SeatId, cancellationToken),
            [.. blocs.Select(b => new RegisterBloc(b.Code, b.Name))],
            [.. measures.Values.OrderBy(m => m.Code, StringComparer.Ordinal).Select(RegisterMeasure.Of)]);
    }
}
