using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Streets.AddBuilding;

internal sealed class AddBuildingHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<AddBuildingCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AddBuildingCommand request, CancellationToken cancellationToken)
    {
        var sameAddress = await db.Buildings.Where(b => b.StreetId == request.StreetId && b.Address == request.Address).ToListAsync(cancellationToken);
        if (sameAddress.Any(b => b.Name == request.Name))
        {
            return new BuildingExists();
        }

        return db.Buildings.Add(new Building
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), StreetId = request.StreetId, Name = request.Name, Address = request.Address,
        }).Entity.Id;
    }
}
