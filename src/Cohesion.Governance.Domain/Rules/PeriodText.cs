using System.Globalization;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>A period as people say it: 7 days, one month, half an hour.</summary>
public static class PeriodText
{
    /// <summary>All its parts in both languages; a year is twelve months.</summary>
    public static LocalText Of(IsoPeriod period)
    {
        var (years, months, time) = (period.Months / 12, period.Months % 12, period.Time);
        (int Count, string One, string Many, string Zh)[] parts =
        [
            (years, "year", "years", "年"), (months, "month", "months", "个月"), (time.Days, "day", "days", "天"), (time.Hours, "hour", "hours", "小时"),
            (time.Minutes, "minute", "minutes", "分钟"), (time.Seconds, "second", "seconds", "秒"),
        ];
        var said = parts.Where(part => part.Count > 0).ToList();
        return new(
            string.Join(" ", said.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {(p.Count == 1 ? p.One : p.Many)}"))),
            string.Join(" ", said.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.Zh}"))));
    }
}
