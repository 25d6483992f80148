using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features;

/// <summary>Times as sentences name them, in the council's own time zone.</summary>
internal static class CouncilDays
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary>A moment: “8 December 2026, 18:00”, “2026年12月8日 18:00”.</summary>
    public static async Task<LocalText> Name(GovernanceDbContext db, Guid councilId, DateTimeOffset moment, CancellationToken ct)
    {
        var zone = await db.Councils.Where(c => c.Id == councilId).Select(c => c.TimeZone).SingleAsync(ct);
        var local = TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return new LocalText(local.ToString("d MMMM yyyy, HH:mm", English), local.ToString("yyyy年M月d日 HH:mm", Chinese));
    }
}
