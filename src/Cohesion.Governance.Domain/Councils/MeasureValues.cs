using System.Globalization;

namespace Cohesion.Governance.Domain.Councils;

/// <summary>What a seat weighs by each measure, as whole numbers of 10^-scale units (area: hundredths of a square metre). Immutable, and small: a roll may have a
/// million of them.</summary>
public sealed class MeasureValues : IEquatable<MeasureValues>
{
    // In ordinal order, each measure once.
    private readonly KeyValuePair<string, long>[] values;

    private MeasureValues(KeyValuePair<string, long>[] values) => this.values = values;

    /// <summary>Nothing by any measure.</summary>
    public static MeasureValues None { get; } = new([]);

    /// <summary>The value by a measure; 0 where the seat has none.</summary>
    public long this[string measure]
    {
        get
        {
            foreach (var (name, value) in values)
            {
                if (name == measure)
                {
                    return value;
                }
            }

            return 0;
        }
    }

    /// <summary>The measures this seat has a value for, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, long>> All => values;

    /// <exception cref="ArgumentException">A measure has two values.</exception>
    public static MeasureValues Of(params IEnumerable<(string Measure, long Value)> values)
    {
        KeyValuePair<string, long>[] sorted = [.. values.Distinct().OrderBy(v => v.Measure, StringComparer.Ordinal).Select(v => KeyValuePair.Create(v.Measure, v.Value))];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Key == sorted[i - 1].Key)
            {
                throw new ArgumentException($"The measure '{sorted[i].Key}' has two values.", nameof(values));
            }
        }

        return new(sorted);
    }

    /// <summary>Reads the stored form, <c>area=482000;heads=1</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static MeasureValues Parse(string text) => text.Length == 0
        ? None
        : Of(text.Split(';').Select(part => part.Split('=') is [var measure, var value]
            ? (string.Intern(measure), long.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{part}' is not measure=value")));

    /// <summary>The stored form: one order, one spelling.</summary>
    public override string ToString() =>
        string.Join(';', values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}={v.Value}")));

    public bool Equals(MeasureValues? other)
    {
        if (other is null || values.Length != other.values.Length)
        {
            return false;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Value != other.values[i].Value || values[i].Key != other.values[i].Key)
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as MeasureValues);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
