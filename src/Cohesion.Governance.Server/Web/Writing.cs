using System.Globalization;
using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web;

/// <summary>Writes dates, durations, numbers and money for one reader: his language, the council's time zone, the present moment.</summary>
/// <remarks>Numbers are written with comma groups and a decimal point in both languages, as Shanghai's public notices do.</remarks>
internal sealed class Writing(Language language, TimeZoneInfo zone, DateTimeOffset now)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly string[] ChineseWeekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    private bool InChinese => language == Language.Chinese;

    /// <summary>IANA name of the zone written in.</summary>
    public string Zone => zone.Id;

    /// <summary>The moment it is written.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The time as a clock on the council's wall shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    /// <summary><c>3 December (Thu)</c>, <c>12月3日（周四）</c>; with the year when it is not this one.</summary>
    public string Date(DateTimeOffset at) => Date(at, Local(at).Year != Local(now).Year);

    /// <summary>The date with its year, for what is printed and read years later.</summary>
    public string FullDate(DateTimeOffset at) => Date(at, year: true);

    /// <summary>Date and time with the year, for what is printed and read years later.</summary>
    public string FullTime(DateTimeOffset at) => FullDate(at) + (InChinese ? "" : ", ") + Clock(at);

    /// <summary><c>3 Dec</c>, <c>12-03</c>: for narrow columns.</summary>
    public string ShortDate(DateTimeOffset at)
    {
        var local = Local(at);
        var year = local.Year != Local(now).Year;
        return InChinese
            ? local.ToString(year ? "yyyy-MM-dd" : "MM-dd", CultureInfo.InvariantCulture)
            : local.ToString(year ? "d MMM yyyy" : "d MMM", English);
    }

    /// <summary>A day of the place's own calendar, with its year.</summary>
    public string Day(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return FullDate(new DateTimeOffset(noon, zone.GetUtcOffset(noon)));
    }

    /// <summary><c>December 2026</c>, <c>2026年12月</c>.</summary>
    public string Month(DateOnly day) => InChinese
        ? day.ToString("yyyy年M月", CultureInfo.InvariantCulture)
        : day.ToString("MMMM yyyy", English);

    /// <summary><c>3 December (Thu), 18:00</c>, <c>12月3日（周四）18:00</c>.</summary>
    public string Time(DateTimeOffset at) => Date(at) + (InChinese ? "" : ", ") + Clock(at);

    /// <summary><c>18:00</c>.</summary>
    public string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What <c>datetime-local</c> inputs hold.</summary>
    public string ForInput(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The two largest parts: <c>2 days 4 hours</c>, <c>2 天 4 小时</c>; under a minute, that.</summary>
    public string Duration(TimeSpan span)
    {
        var left = span.Duration();
        var (days, hours, minutes) = ((int)left.TotalDays, left.Hours, left.Minutes);
        if (days >= 3)
        {
            return Days(days);
        }

        if (days > 0)
        {
            return hours == 0 ? Days(days) : $"{Days(days)} {Hours(hours)}";
        }

        if (hours > 0)
        {
            return minutes == 0 ? Hours(hours) : $"{Hours(hours)} {Minutes(minutes)}";
        }

        return minutes > 0 ? Minutes(minutes) : InChinese ? "不到 1 分钟" : "less than a minute";
    }

    /// <summary><c>2 days 4 hours left</c>, <c>还剩 2 天 4 小时</c>; <c>3 days late</c>, <c>已逾期 3 天</c> once it has passed.</summary>
    public string Left(DateTimeOffset until)
    {
        var span = Duration(until - now);
        return until >= now
            ? InChinese ? $"还剩 {span}" : $"{span} left"
            : InChinese ? $"已逾期 {span}" : $"{span} late";
    }

    /// <summary>An exact number stored as whole 10^-<paramref name="scale"/> units: <c>61,480.00 m²</c>.</summary>
    public string Number(long value, int scale = 0, string unit = "") => Number(Shifted(value, scale), scale, unit);

    /// <summary>A number with a fixed count of decimal places.</summary>
    public string Number(decimal value, int scale = 0, string unit = "")
    {
        var digits = value.ToString("N" + scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return unit.Length == 0 ? digits : $"{digits} {unit}";
    }

    /// <summary>Parts of a whole in hundredths of a percent: 6000 is <c>60%</c>, 4125 is <c>41.25%</c>.</summary>
    public string Percent(long basisPoints) => Shifted(basisPoints, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Money in hundredths of a currency: <c>1,860,000.00 元</c>, <c>CNY 1,860,000.00</c>; cents are left out where there are none.</summary>
    public string Money(long cents, string currency)
    {
        var digits = cents % 100 == 0 ? Number(cents / 100) : Number(cents, 2);
        return InChinese && currency == "CNY" ? $"{digits} 元" : $"{currency} {digits}";
    }

    private static decimal Shifted(long value, int scale)
    {
        var result = (decimal)value;
        for (var i = 0; i < scale; i++)
        {
            result /= 10;
        }

        return result;
    }

    private string Days(int n) => InChinese ? Counted(n, "天") : Counted(n, n == 1 ? "day" : "days");

    private string Hours(int n) => InChinese ? Counted(n, "小时") : Counted(n, n == 1 ? "hour" : "hours");

    private string Minutes(int n) => InChinese ? Counted(n, "分钟") : Counted(n, n == 1 ? "minute" : "minutes");

    private static string Counted(int n, string unit) => string.Create(CultureInfo.InvariantCulture, $"{n} {unit}");

    private string Date(DateTimeOffset at, bool year)
    {
        var local = Local(at);
        return InChinese
            ? string.Create(CultureInfo.InvariantCulture, $"{(year ? $"{local.Year}年" : "")}{local.Month}月{local.Day}日（{ChineseWeekdays[(int)local.DayOfWeek]}）")
            : local.ToString(year ? "d MMMM yyyy (ddd)" : "d MMMM (ddd)", English);
    }
}
