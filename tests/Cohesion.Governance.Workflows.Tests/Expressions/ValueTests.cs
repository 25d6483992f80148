using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Workflows.Expressions;
using Xunit;

namespace Cohesion.Governance.Workflows.Tests.Expressions;

public sealed class ValueTests
{
    [Theory]
    [InlineData("P7D", 0, 7 * 24 * 60)]
    [InlineData("P2W", 0, 14 * 24 * 60)]
    [InlineData("PT30M", 0, 30)]
    [InlineData("P1DT12H", 0, 36 * 60)]
    [InlineData("p1y2m", 14, 0)]
    [InlineData("7.00:00:00", 0, 7 * 24 * 60)]
    [InlineData("00:30:00", 0, 30)]
    [InlineData("P0D", 0, 0)]
    public void Reads_a_duration(string text, int months, int minutes)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal((months, TimeSpan.FromMinutes(minutes)), (duration.Months, duration.Time));
        Assert.True(Duration.TryParse(duration.ToString(), out var again));
        Assert.Equal(duration, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("7")]
    [InlineData("-P7D")]
    [InlineData("-1.00:00:00")]
    [InlineData("P7")]
    [InlineData("7D")]
    [InlineData("P1.5D")]
    [InlineData("P9999999D")]
    public void Refuses_what_is_no_duration(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData("2026-01-31", "P1M", "2026-02-28")]
    [InlineData("2024-01-31", "P1M", "2024-02-29")]
    [InlineData("2026-03-31", "P1M1D", "2026-05-01")]
    [InlineData("2026-03-01", "P1Y", "2027-03-01")]
    public void A_month_is_a_calendar_month(string from, string text, string to)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(Day(to), duration.After(Day(from)));
    }

    [Fact]
    public void Stays_within_the_calendar()
    {
        Assert.True(Duration.TryParse("P9999Y", out var duration));
        Assert.Equal(DateTimeOffset.MaxValue, duration.After(Day("2026-01-01")));
        Assert.True(Duration.TryParse("P999999D", out duration));
        Assert.Equal(DateTimeOffset.MaxValue, duration.After(Day("9999-12-01")));
    }

    [Theory]
    [InlineData("""{"a":[1,2.5,"x",true,null,{}],"号":"楼"}""")]
    [InlineData("9007199254740992")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    public void Comes_back_from_json_as_it_went(string json)
    {
        using var document = JsonDocument.Parse(json);
        var value = WorkflowValue.FromJson(document.RootElement);

        Assert.Equal(json, value.ToString());
        Assert.Equal(value, JsonSerializer.Deserialize<WorkflowValue>(json));
        Assert.Equal(value.GetHashCode(), JsonSerializer.Deserialize<WorkflowValue>(json)!.GetHashCode());
    }

    [Fact]
    public void Maps_are_equal_whatever_their_order()
    {
        Assert.Equal(ValueMap.Of(("a", 1), ("b", 2)), ValueMap.Of(("b", 2), ("a", 1)));
        Assert.NotEqual(ValueMap.Of(("a", 1)), ValueMap.Of(("a", 2)));
        Assert.NotEqual(ValueMap.Of(("a", 1)), ValueMap.Of(("A", 1)));
        Assert.True(ValueMap.Empty["x"].IsNothing);
    }

    [Fact]
    public void A_number_without_end_is_no_value() => Assert.Throws<ArgumentOutOfRangeException>(() => WorkflowValue.Of(double.NaN));

    [Theory]
    [InlineData("\"5\"", WorkflowType.WholeNumber, "5")]
    [InlineData("5.5", WorkflowType.WholeNumber, null)]
    [InlineData("1e300", WorkflowType.WholeNumber, null)]
    [InlineData("5", WorkflowType.Text, "\"5\"")]
    [InlineData("true", WorkflowType.Text, "\"true\"")]
    [InlineData("[]", WorkflowType.Text, null)]
    [InlineData("\"TRUE\"", WorkflowType.Truth, "true")]
    [InlineData("\"yes\"", WorkflowType.Truth, null)]
    [InlineData("1", WorkflowType.Truth, null)]
    [InlineData("\"2026-03-01T09:00:00+08:00\"", WorkflowType.Instant, "\"2026-03-01T01:00:00Z\"")]
    [InlineData("\"2026-03-01\"", WorkflowType.Instant, "\"2026-03-01T00:00:00Z\"")]
    [InlineData("\"soon\"", WorkflowType.Instant, null)]
    [InlineData("\"P1M\"", WorkflowType.Duration, "\"P1M\"")]
    [InlineData("7", WorkflowType.Duration, null)]
    [InlineData("\"[1]\"", WorkflowType.List, "[1]")]
    [InlineData("\"{}\"", WorkflowType.List, null)]
    [InlineData("\"{\\\"a\\\":1}\"", WorkflowType.Map, "{\"a\":1}")]
    [InlineData("\"a\"", WorkflowType.Map, null)]
    [InlineData("null", WorkflowType.Truth, "null")]
    public void Converts_or_says_why_not(string json, WorkflowType type, string? expected)
    {
        var value = JsonSerializer.Deserialize<WorkflowValue>(json)!;
        var converted = ValueConversion.TryConvert(value, type, out var result, out var why);

        Assert.Equal(expected, converted ? result.ToString() : null);
        Assert.Equal(converted, why is null);
    }

    [Theory]
    [InlineData("System.String, System.Private.CoreLib", WorkflowType.Text)]
    [InlineData("int32", WorkflowType.WholeNumber)]
    [InlineData("String[]", WorkflowType.List)]
    [InlineData("System.TimeSpan", WorkflowType.Duration)]
    public void Knows_the_type_names_of_elsa(string name, WorkflowType type)
    {
        Assert.True(WorkflowTypeNames.TryRead(name, out var read));
        Assert.Equal(type, read);
    }

    private static DateTimeOffset Day(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
