using System.Linq.Expressions;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Members to whom a mandate could be given, as a page offers them: all of a small council; of a large one those who were looked for.</summary>
/// <param name="People">In the order of their names.</param>
/// <param name="AreMore">Whether there are more than are offered: a name, or a longer part of one, narrows them down.</param>
internal sealed record MandateHolders(IReadOnlyList<MandatePerson> People, bool AreMore)
{
    /// <summary>Most people, or seats, offered at once: a list that can still be read on a phone.</summary>
    public const int Most = 50;

    /// <summary>Longest words to look for.</summary>
    public const int LongestFind = 100;

    /// <param name="offices">Of whom.</param>
    /// <param name="find">Part of the name; null, and nobody is offered where there are too many.</param>
    public static async Task<MandateHolders> Among(GovernanceDbContext db, Expression<Func<OfficeHolding, bool>> offices, string? find, CancellationToken ct)
    {
        var holdings = db.OfficeHoldings.Where(offices);
        var people = db.People.AsNoTracking().Where(p => holdings.Any(h => h.PersonId == p.Id));
        if (!string.IsNullOrWhiteSpace(find))
        {
            // Lowered on both sides, since databases differ in what their comparisons make of capitals.
            var part = find.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated into SQL, where there is no culture.
            people = people.Where(p => p.Name.En.ToLower().Contains(part) || p.Name.Zh.ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var found = await people.OrderBy(p => p.Id).Select(p => new { p.Id, p.Name }).Take(Most + 1).ToListAsync(ct);
        return found.Count > Most
            ? new([], true)
            : new([.. found.OrderBy(p => p.Name.En, StringComparer.Ordinal).Select(p => new MandatePerson(p.Id, p.Name))], false);
    }
}

/// <summary>Somebody whom a mandate could be given to, or who may have signed one.</summary>
internal sealed record MandatePerson(Guid Id, LocalText Name);
