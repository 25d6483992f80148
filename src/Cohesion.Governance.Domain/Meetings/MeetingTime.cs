using System.Globalization;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Domain.Meetings;

/// <summary>Times of meetings as people of a council write and read them.</summary>
public static class MeetingTime
{
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];
    private static readonly string[] WeekdaysZh = ["日", "一", "二", "三", "四", "五", "六"];

    /// <summary>The zone in which the council's days begin and end.</summary>
    public static TimeZoneInfo ZoneOf(Council council) => TimeZoneInfo.FindSystemTimeZoneById(council.TimeZone);

    /// <summary>Reads RFC 3339 with an offset, or a local time without one (what a browser's date field sends), which is the council's.</summary>
    /// <returns>The moment in UTC, or a refusal: not of that form, or an hour that a change of the clocks leaves out.</returns>
    public static Outcome<DateTimeOffset> Read(string text, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return zone.IsInvalidTime(local)
                ? new MeetingTimeUnclear(text)
                : new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        }

        var hasOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        return hasOffset && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToUniversalTime()
            : new MeetingTimeUnclear(text);
    }

    /// <summary>The same hour of the council's clock this much later; days are calendar days there.</summary>
    public static DateTimeOffset Later(DateTimeOffset moment, TimeSpan by, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime + by;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Day and hour, as said to people of the council.</summary>
    public static LocalText Say(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return new LocalText(
            local.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture),
            $"{SayDay(DateOnly.FromDateTime(local.DateTime)).Zh}（星期{WeekdaysZh[(int)local.DayOfWeek]}）{local.ToString("HH:mm", CultureInfo.InvariantCulture)}");
    }

    /// <summary>The hour alone.</summary>
    public static string SayHour(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static LocalText SayDay(DateOnly day) => new(
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"));
}
