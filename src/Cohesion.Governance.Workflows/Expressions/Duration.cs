using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>
/// A length of time as statutes write it: whole calendar months beside exact time, since "one month" is not thirty days.
/// Read from ISO 8601 (P7D, P1M, PT30M, P2W) or .NET's TimeSpan text (7.00:00:00). Never negative. Immutable.
/// </summary>
/// <param name="Months">Calendar months; a year is twelve.</param>
/// <param name="Time">Exact time on top of them.</param>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct Duration(int Months, TimeSpan Time)
{
    /// <summary>No time at all.</summary>
    public static Duration Zero { get; }

    /// <summary>Reads both notations. Numbers with more digits than a calendar can use are refused.</summary>
    public static bool TryParse(string? text, out Duration duration)
    {
        duration = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        text = text.Trim();
        if (text[0] is 'P' or 'p')
            return TryParseIso(text.ToUpperInvariant(), out duration);
        // A bare number would be days to .NET and seconds to most people: refuse it.
        if (!text.Contains(':', StringComparison.Ordinal)
            || !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            || span < TimeSpan.Zero)
            return false;
        duration = new(0, span);
        return true;
    }

    /// <summary>
    /// The moment this much later. Months go to the same day of the month, or its last day (31 January + P1M is 28 February).
    /// Beyond year 9999 it stays at the last moment there is.
    /// </summary>
    public DateTimeOffset After(DateTimeOffset start)
    {
        if (Months > ((9999 - start.Year) * 12) + 12 - start.Month)
            return DateTimeOffset.MaxValue;
        var months = start.AddMonths(Months);
        return Time > DateTimeOffset.MaxValue - months ? DateTimeOffset.MaxValue : months + Time;
    }

    /// <summary>ISO 8601: P1Y2M3DT4H5M6.5S.</summary>
    public override string ToString()
    {
        if (Months == 0 && Time == TimeSpan.Zero)
            return "PT0S";
        var date = (Months / 12 > 0 ? Invariant(Months / 12, "Y") : "") + (Months % 12 > 0 ? Invariant(Months % 12, "M") : "")
            + (Time.Days > 0 ? Invariant(Time.Days, "D") : "");
        var seconds = Time.Seconds + ((Time.Ticks % TimeSpan.TicksPerSecond) / (decimal)TimeSpan.TicksPerSecond);
        var time = (Time.Hours > 0 ? Invariant(Time.Hours, "H") : "") + (Time.Minutes > 0 ? Invariant(Time.Minutes, "M") : "")
            + (seconds > 0 ? seconds.ToString("0.#######", CultureInfo.InvariantCulture) + "S" : "");
        return "P" + date + (time.Length > 0 ? "T" + time : "");
    }

    private static string Invariant(int number, string unit) => number.ToString(CultureInfo.InvariantCulture) + unit;

    private static bool TryParseIso(string text, out Duration duration)
    {
        duration = default;
        var match = Iso().Match(text);
        if (!match.Success || text.EndsWith('T') || text.Length == 1)
            return false;
        int Whole(string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;
        var months = (Whole("y") * 12) + Whole("mo");
        var seconds = match.Groups["s"] is { Success: true } part
            ? decimal.Parse(part.Value.Replace(',', '.'), CultureInfo.InvariantCulture)
            : 0;
        var time = TimeSpan.FromDays((Whole("w") * 7) + Whole("d")) + TimeSpan.FromHours(Whole("h")) + TimeSpan.FromMinutes(Whole("m"))
            + TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        duration = new(months, time);
        return true;
    }

    [GeneratedRegex(@"^P(?:(?<y>\d{1,4})Y)?(?:(?<mo>\d{1,5})M)?(?:(?<w>\d{1,5})W)?(?:(?<d>\d{1,6})D)?(?:T(?:(?<h>\d{1,7})H)?(?:(?<m>\d{1,8})M)?(?:(?<s>\d{1,9}(?:[.,]\d{1,7})?)S)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iso();
}
