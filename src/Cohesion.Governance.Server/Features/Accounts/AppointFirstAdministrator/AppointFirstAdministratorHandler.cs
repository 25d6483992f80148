using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Accounts.AppointFirstAdministrator;

internal sealed class AppointFirstAdministratorHandler(GovernanceDbContext db, AccountMaker accounts, TimeProvider clock)
    : IRequestHandler<AppointFirstAdministratorCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AppointFirstAdministratorCommand request, CancellationToken cancellationToken)
    {
        if (await db.OfficeHoldings.AnyAsync(h => h.Office == Office.Administrator && h.Until == null, cancellationToken))
        {
            return new AdministratorExists();
        }

        var outcome = await accounts.Make(request);
        if (outcome.Granted(out var person, out _))
        {
            var now = clock.GetUtcNow();
            db.OfficeHoldings.Add(new OfficeHolding { Id = Guid.CreateVersion7(now), PersonId = person, Office = Office.Administrator, Since = now });
        }

        return outcome;
    }
}
