using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>
/// A period of ISO 8601 such as <c>P7D</c>, <c>P1M</c> or <c>PT30M</c>. Months stay months: what "one month" is depends on
/// when it begins, so a period becomes a date only by <see cref="After"/>.
/// </summary>
[JsonConverter(typeof(IsoPeriodJsonConverter))]
public sealed partial record IsoPeriod
{
    private IsoPeriod(string text, int months, TimeSpan time) => (Text, Months, Time) = (text, months, time);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Years and months, in months.</summary>
    public int Months { get; }

    /// <summary>Weeks, days, hours, minutes and seconds.</summary>
    public TimeSpan Time { get; }

    /// <summary>The period, or null where the text is not a positive ISO 8601 period.</summary>
    public static IsoPeriod? TryParse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return null;
        long Part(string name) => match.Groups[name].Success
            ? long.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var months = Part("years") * 12 + Part("months");
        var seconds = (Part("weeks") * 7 + Part("days")) * 86_400 + Part("hours") * 3_600 + Part("minutes") * 60 + Part("seconds");
        return months + seconds > 0 ? new IsoPeriod(text, (int)months, TimeSpan.FromSeconds(seconds)) : null;
    }

    /// <summary>The moment the period ends when it begins at <paramref name="start"/>.</summary>
    public DateTimeOffset After(DateTimeOffset start) => start.AddMonths(Months) + Time;

    public override string ToString() => Text;

    [GeneratedRegex(@"^P(?=.)(?:(?<years>\d{1,4})Y)?(?:(?<months>\d{1,4})M)?(?:(?<weeks>\d{1,4})W)?(?:(?<days>\d{1,5})D)?(?:T(?=\d)(?:(?<hours>\d{1,6})H)?(?:(?<minutes>\d{1,6})M)?(?:(?<seconds>\d{1,6})S)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}

/// <summary>Writes a period as it was written.</summary>
public sealed class IsoPeriodJsonConverter : JsonConverter<IsoPeriod>
{
    public override IsoPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => IsoPeriod.TryParse(reader.GetString() ?? "") ?? throw new JsonException("not an ISO 8601 period");

    public override void Write(Utf8JsonWriter writer, IsoPeriod value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.Text);
}
