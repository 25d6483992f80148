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
        var holdings = await db.OfficeHoldings.AsNoTracking()
            .Where(h => h.PersonId == member.Id && h.Since <= now && (h.Until == null || h.Until > now))
            .ToListAsync(cancellationToken);
        var streetIds = holdings.Where(h => h.StreetId is not null).Select(h => h.StreetId!.Value).Distinct().ToList();
        var councilIds = holdings.Where(h => h.CouncilId is not null).Select(h => h.CouncilId!.Value).Distinct().ToList();
        var streets = await db.Streets.AsNoTracking().Where(s => streetIds.Contains(s.Id)).ToListAsync(cancellationToken);
        var councils = await db.Councils.AsNoTracking()
            .Where(c => councilIds.Contains(c.Id) || streetIds.Contains(c.StreetId))
            .OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.StreetId, c.Name })
            .ToListAsync(cancellationToken);

        IReadOnlyList<Office> Offices(Func<OfficeHolding, bool> where) => [.. holdings.Where(where).Select(h => h.Office).Distinct().Order()];
        return new PersonHere(
            person.Id,
            person.Name,
            person.Language,
            [.. councils.Select(c => new CouncilHere(
                c.Id, c.Name, Offices(h => h.CouncilId == c.Id || h.StreetId == c.StreetId), holdings.Exists(h => h.CouncilId == c.Id && h.SeatId is not null)))],
            [.. streets.Select(s => new StreetHere(s.Id, s.Name, Offices(h => h.StreetId == s.Id)))],
            holdings.Exists(h => h.Office == Office.Administrator));
    }
}
