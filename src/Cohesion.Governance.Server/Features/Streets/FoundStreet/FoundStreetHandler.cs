using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Streets.FoundStreet;

internal sealed class FoundStreetHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<FoundStreetCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(FoundStreetCommand request, CancellationToken cancellationToken)
    {
        if (await db.Streets.AnyAsync(s => s.Name.En == request.Name.En && s.Name.Zh == request.Name.Zh, cancellationToken))
        {
            return new StreetExists();
        }

        return db.Streets.Add(new Street { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = request.Name }).Entity.Id;
    }
}
