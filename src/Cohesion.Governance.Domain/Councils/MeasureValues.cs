using System.Collections.Immutable;
using System.Globalization;

namespace Cohesion.Governance.Domain.Councils;

/// <summary>What a seat weighs by each measure, as whole numbers of 10^-scale units (area: hundredths of a square metre).</summary>
public sealed class MeasureValues : IEquatable<MeasureValues>
{
    private readonly ImmutableSortedDictionary<string, long> values;

    private MeasureValues(ImmutableSortedDictionary<string, long> values) => this.values = values;

    /// <summary>Nothing by any measure.</summary>
    public static MeasureValues None { get; } = new(ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));

    /// <summary>The value by a measure; 0 where the seat has none.</summary>
    public long this[string measure] => values.GetValueOrDefault(measure);

    /// <summary>The measures this seat has a value for, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, long>> All => values;

    public static MeasureValues Of(params IEnumerable<(string Measure, long Value)> values) =>
        new(values.ToImmutableSortedDictionary(v => v.Measure, v => v.Value, StringComparer.Ordinal));

    /// <summary>Reads the stored form, <c>area=482000;heads=1</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static MeasureValues Parse(string text) => text.Length == 0
        ? None
        : Of(text.Split(';').Select(part => part.Split('=') is [var measure, var value]
            ? (measure, long.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{part}' is not measure=value")));

    /// <summary>The stored form: one order, one spelling.</summary>
    public override string ToString() =>
        string.Join(';', values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}={v.Value}")));

    public bool Equals(MeasureValues? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as MeasureValues);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
