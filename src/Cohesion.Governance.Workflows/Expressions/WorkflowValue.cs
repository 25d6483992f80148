using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>The kinds a <see cref="WorkflowValue"/> has; the same as JSON's.</summary>
public enum ValueKind
{
    Nothing,
    Text,
    Number,
    Truth,
    List,
    Map,
}

/// <summary>
/// A value that a process carries: a variable, an input, an output, an event's payload. Immutable, compared by content, and
/// written as the JSON it stands for. Moments, durations and identifiers are text.
/// </summary>
[JsonConverter(typeof(WorkflowValueConverter))]
public sealed class WorkflowValue : IEquatable<WorkflowValue>
{
    private readonly double number;
    private readonly object? content;

    private WorkflowValue(ValueKind kind, object? content, double number = 0)
    {
        Kind = kind;
        this.content = content;
        this.number = number;
    }

    public static WorkflowValue Nothing { get; } = new(ValueKind.Nothing, null);

    public static WorkflowValue True { get; } = new(ValueKind.Truth, null, 1);

    public static WorkflowValue False { get; } = new(ValueKind.Truth, null);

    private static WorkflowValue EmptyText { get; } = new(ValueKind.Text, "");

    public ValueKind Kind { get; }

    public bool IsNothing => Kind == ValueKind.Nothing;

    public static WorkflowValue Of(string? text) => text switch
    {
        null => Nothing,
        "" => EmptyText,
        _ => new(ValueKind.Text, text),
    };

    public static WorkflowValue Of(bool truth) => truth ? True : False;

    /// <exception cref="ArgumentOutOfRangeException">The number is not finite: JSON has no word for it.</exception>
    public static WorkflowValue Of(double number) => double.IsFinite(number)
        ? new(ValueKind.Number, null, number)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A workflow value is a finite number.");

    /// <summary>A moment, as ISO 8601 text in UTC.</summary>
    public static WorkflowValue Of(DateTimeOffset instant) =>
        Of(instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    public static WorkflowValue Of(ImmutableArray<WorkflowValue> list) => new(ValueKind.List, list);

    public static WorkflowValue Of(ValueMap map) => new(ValueKind.Map, map);

    public static implicit operator WorkflowValue(string? text) => Of(text);

    public static implicit operator WorkflowValue(bool truth) => Of(truth);

    public static implicit operator WorkflowValue(double number) => Of(number);

    public static implicit operator WorkflowValue(ValueMap map) => Of(map);

    /// <summary>The text, a number or truth as JavaScript writes it, or null for nothing, a list or a map.</summary>
    public string? AsText() => Kind switch
    {
        ValueKind.Text => (string)content!,
        ValueKind.Number => number.ToString("R", CultureInfo.InvariantCulture),
        ValueKind.Truth => number != 0 ? "true" : "false",
        _ => null,
    };

    /// <summary>Whether this is true, the text "true", or a number other than nought. Nothing is false.</summary>
    public bool AsTruth() => Kind switch
    {
        ValueKind.Truth or ValueKind.Number => number != 0,
        ValueKind.Text => string.Equals((string)content!, "true", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    public double? AsNumber() => Kind switch
    {
        ValueKind.Number => number,
        ValueKind.Text when double.TryParse((string)content!, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
            && double.IsFinite(parsed) => parsed,
        _ => null,
    };

    /// <summary>The whole number, or null when it is none or beyond what a double counts exactly.</summary>
    public long? AsWholeNumber() =>
        AsNumber() is { } value && Math.Truncate(value) == value && Math.Abs(value) <= 1L << 53 ? (long)value : null;

    /// <summary>The moment; text without an offset is UTC. Null when this is no moment.</summary>
    public DateTimeOffset? AsInstant() => Kind == ValueKind.Text && DateTimeOffset.TryParse(
        (string)content!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    public Duration? AsDuration() => Kind == ValueKind.Text && Duration.TryParse((string)content!, out var duration) ? duration : null;

    /// <summary>The elements, or an empty list for anything else.</summary>
    public ImmutableArray<WorkflowValue> AsList() => Kind == ValueKind.List ? (ImmutableArray<WorkflowValue>)content! : [];

    /// <summary>The named values, or an empty map for anything else.</summary>
    public ValueMap AsMap() => Kind == ValueKind.Map ? (ValueMap)content! : ValueMap.Empty;

    public static WorkflowValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Of(json.GetString()),
        JsonValueKind.Number => Of(json.GetDouble()),
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        JsonValueKind.Array => Of([.. json.EnumerateArray().Select(FromJson)]),
        JsonValueKind.Object => Of(ValueMap.FromJson(json)),
        _ => Nothing,
    };

    public bool Equals(WorkflowValue? other)
    {
        if (other is null || Kind != other.Kind)
            return false;
        return Kind switch
        {
            ValueKind.Text => string.Equals((string)content!, (string)other.content!, StringComparison.Ordinal),
            ValueKind.Number or ValueKind.Truth => number.Equals(other.number),
            ValueKind.List => AsList().SequenceEqual(other.AsList()),
            ValueKind.Map => AsMap().Equals(other.AsMap()),
            _ => true,
        };
    }

    public override bool Equals(object? obj) => Equals(obj as WorkflowValue);

    public override int GetHashCode() => Kind switch
    {
        ValueKind.Text => StringComparer.Ordinal.GetHashCode((string)content!),
        ValueKind.List => HashCode.Combine(Kind, AsList().Length),
        ValueKind.Map => HashCode.Combine(Kind, AsMap().Count),
        _ => HashCode.Combine(Kind, number),
    };

    /// <summary>The JSON this stands for.</summary>
    public override string ToString() => WorkflowValueConverter.ToText(this);
}
