using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Accounts.WhoAmI;

internal sealed class WhoAmIHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<WhoAmIQuery, Outcome<PersonHere>>
{
    public async Task<Outcome<PersonHere>> Handle(WhoAmIQuery request, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == member.Id, cancellationToken);
        if (person is null)
        {
            return new NotFound();
        }

        var now = clock.GetUtcNow();
        var present = db.OfficeHoldings.Where(h => h.PersonId == member.Id && h.Since <= now && (h.Until == null || h.Until > now));
        var streets = await db.Streets.AsNoTracking()
            .Where(s => present.Any(h => h.StreetId == s.Id))
            .OrderBy(s => s.Id)
            .ToListAsync(cancellationToken);
        return new PersonHere(
            person.Id, person.Name, person.Language, [.. streets.Select(s => new StreetHere(s.Id, s.Name))],
            await present.AnyAsync(h => h.Office == Office.Administrator, cancellationToken));
    }
}
