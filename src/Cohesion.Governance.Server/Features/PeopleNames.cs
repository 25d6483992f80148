using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features;

/// <summary>Names of the people a page mentions, read at once.</summary>
internal static class PeopleNames
{
    public static async Task<IReadOnlyDictionary<Guid, LocalText>> Of(GovernanceDbContext db, IEnumerable<Guid> people, CancellationToken ct)
    {
        var ids = people.Distinct().ToList();
        return await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }
}
