using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils;

/// <summary>A version of the register.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">Since when.</param>
/// <param name="By">Who made it.</param>
/// <param name="Note">Why.</param>
internal sealed record RegisterVersionView(int Number, DateTimeOffset At, LocalText By, string Note);

/// <param name="Code">The word rules use for it.</param>
/// <param name="Name">What people call it.</param>
internal sealed record RegisterBloc(string Code, LocalText Name);

/// <param name="Bloc">Code of the bloc.</param>
/// <param name="Name">Its name.</param>
/// <param name="Seats">How many seats it has.</param>
/// <param name="Totals">Their sums by measure, in the measure's own unit.</param>
internal sealed record RegisterTotal(string Bloc, LocalText Name, int Seats, IReadOnlyDictionary<string, decimal> Totals);

/// <param name="Code">The word rules use for it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Unit">Unit shown after a number.</param>
/// <param name="Scale">Decimal places.</param>
internal sealed record RegisterMeasure(string Code, LocalText Name, string Unit, int Scale)
{
    public static RegisterMeasure Of(Measure measure) => new(measure.Code, measure.Name, measure.Unit, measure.Scale);
}

/// <summary>Reads the versions of a register.</summary>
internal static class RegisterVersions
{
    /// <summary>All of them, newest first.</summary>
    public static async Task<IReadOnlyList<RegisterVersionView>> Of(GovernanceDbContext db, Guid councilId, CancellationToken ct)
    {
        var versions = await db.RegisterVersions.AsNoTracking().Where(v => v.CouncilId == councilId).OrderByDescending(v => v.Number).ToListAsync(ct);
        var authors = await PeopleNames.Of(db, versions.Select(v => v.ByPersonId), ct);
        return [.. versions.Select(v => new RegisterVersionView(v.Number, v.At, authors.GetValueOrDefault(v.ByPersonId) ?? LocalText.Same("?"), v.Note))];
    }
}
