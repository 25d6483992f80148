using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Streets.AppointConvenor;

internal sealed class AppointConvenorHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<AppointConvenorCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AppointConvenorCommand request, CancellationToken cancellationToken)
    {
        if (!await db.Streets.AnyAsync(s => s.Id == request.StreetId, cancellationToken))
        {
            return new NotFound();
        }

        if (!await db.People.AnyAsync(p => p.Id == request.PersonId, cancellationToken))
        {
            return new PersonUnknown();
        }

        if (await db.OfficeHoldings.AnyAsync(
            h => h.StreetId == request.StreetId && h.PersonId == request.PersonId && h.Office == Office.StreetConvenor && h.Until == null, cancellationToken))
        {
            return new OfficeHeldAlready();
        }

        var now = clock.GetUtcNow();
        return db.OfficeHoldings.Add(new OfficeHolding
        {
            Id = Guid.CreateVersion7(now), PersonId = request.PersonId, Office = Office.StreetConvenor, StreetId = request.StreetId, Since = now,
        }).Entity.Id;
    }
}
