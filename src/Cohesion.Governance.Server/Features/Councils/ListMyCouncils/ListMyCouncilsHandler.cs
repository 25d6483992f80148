using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.ListMyCouncils;

internal sealed class ListMyCouncilsHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<ListMyCouncilsQuery, Outcome<IReadOnlyList<MyCouncil>>>
{
    public async Task<Outcome<IReadOnlyList<MyCouncil>>> Handle(ListMyCouncilsQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var person = member.Id;
        var held = await db.OfficeHoldings.AsNoTracking()
            .Where(h => h.PersonId == person && h.Since <= now && (h.Until == null || h.Until > now))
            .ToListAsync(cancellationToken);
        var councilIds = held.Select(h => h.CouncilId).OfType<Guid>().ToList();
        var streetIds = held.Select(h => h.StreetId).OfType<Guid>().ToList();
        var councils = await db.Councils.AsNoTracking()
            .Where(c => councilIds.Contains(c.Id) || streetIds.Contains(c.StreetId))
            .Join(db.Streets, c => c.StreetId, s => s.Id, (c, s) => new { c.Id, c.Name, c.StreetId, Street = s.Name })
            .ToListAsync(cancellationToken);
        return councils
            .Select(c => new MyCouncil(
                c.Id, c.Name, c.StreetId, c.Street,
                [.. held.Where(h => h.CouncilId == c.Id || h.StreetId == c.StreetId).Select(h => h.Office).Distinct().Order()]))
            .OrderBy(c => c.CouncilId)
            .ToList();
    }
}
