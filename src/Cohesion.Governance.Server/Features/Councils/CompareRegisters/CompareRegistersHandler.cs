using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.CompareRegisters;

internal sealed class CompareRegistersHandler(GovernanceDbContext db) : IRequestHandler<CompareRegistersQuery, Outcome<ComparedRegisters>>
{
    public async Task<Outcome<ComparedRegisters>> Handle(CompareRegistersQuery request, CancellationToken cancellationToken)
    {
        var id = request.CouncilId;
        var versions = await RegisterVersions.Of(db, id, cancellationToken);
        var from = versions.FirstOrDefault(v => v.Number == request.From);
        if ((from is null && request.From != 0) || versions.FirstOrDefault(v => v.Number == request.To) is not { } to)
        {
            return new NotFound();
        }

        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var blocs = await db.Blocs.AsNoTracking().Where(b => b.CouncilId == id).OrderBy(b => b.Position).ToListAsync(cancellationToken);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == id).ToListAsync(cancellationToken);
        var parties = await db.Parties.AsNoTracking().Where(p => p.CouncilId == id).ToListAsync(cancellationToken);
        var before = await db.SeatEntries.AsNoTracking().InVersion(id, request.From).ToListAsync(cancellationToken);
        var after = await db.SeatEntries.AsNoTracking().InVersion(id, request.To).ToListAsync(cancellationToken);
        return new ComparedRegisters(
            council.Name, council.TimeZone, from, to, versions,
            RegisterDifferences.Between(blocs, measures, parties, before, after, request.After ?? 0, request.Size));
    }
}
