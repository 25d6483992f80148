using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Streets.ListBuildings;

internal sealed class ListBuildingsHandler(GovernanceDbContext db) : IRequestHandler<ListBuildingsQuery, Outcome<BuildingsOfStreet>>
{
    public async Task<Outcome<BuildingsOfStreet>> Handle(ListBuildingsQuery request, CancellationToken cancellationToken)
    {
        var street = await db.Streets.AsNoTracking().SingleAsync(s => s.Id == request.StreetId, cancellationToken);
        var buildings = await db.Buildings.AsNoTracking().Where(b => b.StreetId == request.StreetId).OrderBy(b => b.Address).ThenBy(b => b.Id)
            .Select(b => new { Building = b, Councils = db.CouncilBuildings.Count(c => c.BuildingId == b.Id) })
            .ToListAsync(cancellationToken);
        return new BuildingsOfStreet(
            street.Name, [.. buildings.Select(b => new BuildingOfStreet(b.Building.Id, b.Building.Name, b.Building.Address, b.Councils))]);
    }
}
