using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>
/// Named values in the order they were given; names are compared ordinally. Immutable, compared by content whatever the order.
/// Made for the handful of names a process has, so a look-up walks the names.
/// </summary>
[JsonConverter(typeof(ValueMapConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "It is one value that has parts, not a collection to add to.")]
public sealed class ValueMap : IEquatable<ValueMap>, IReadOnlyCollection<KeyValuePair<string, WorkflowValue>>
{
    private readonly ImmutableArray<string> names;
    private readonly WorkflowValue[] values;

    internal ValueMap(ImmutableArray<string> names, WorkflowValue[] values)
    {
        this.names = names;
        this.values = values;
    }

    public static ValueMap Empty { get; } = new([], []);

    public int Count => names.Length;

    public ImmutableArray<string> Names => names;

    /// <summary>The value under this name; nothing when there is none.</summary>
    public WorkflowValue this[string name] => TryGet(name, out var value) ? value : WorkflowValue.Nothing;

    internal WorkflowValue this[int index] => values[index];

    public static ValueMap Of(params ReadOnlySpan<(string Name, WorkflowValue Value)> entries)
    {
        var map = Empty;
        foreach (var (name, value) in entries)
            map = map.With(name, value);
        return map;
    }

    public static ValueMap From(IEnumerable<KeyValuePair<string, WorkflowValue>> entries)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = ImmutableArray.CreateBuilder<string>();
        var parts = new List<WorkflowValue>();
        foreach (var (name, value) in entries)
        {
            if (positions.TryAdd(name, parts.Count))
            {
                keys.Add(name);
                parts.Add(value);
            }
            else
            {
                parts[positions[name]] = value;
            }
        }

        return parts.Count == 0 ? Empty : new(keys.DrainToImmutable(), [.. parts]);
    }

    /// <summary>Reads a JSON object; anything else gives an empty map.</summary>
    public static ValueMap FromJson(JsonElement json) => json.ValueKind != JsonValueKind.Object
        ? Empty
        : From(json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, WorkflowValue.FromJson(property.Value))));

    public bool Has(string name) => IndexOf(name) >= 0;

    public bool TryGet(string name, out WorkflowValue value)
    {
        var index = IndexOf(name);
        value = index < 0 ? WorkflowValue.Nothing : values[index];
        return index >= 0;
    }

    /// <summary>The same map with one value set.</summary>
    public ValueMap With(string name, WorkflowValue value)
    {
        var index = IndexOf(name);
        if (index < 0)
            return new(names.Add(name), [.. values, value]);
        var copy = (WorkflowValue[])values.Clone();
        copy[index] = value;
        return new(names, copy);
    }

    public bool Equals(ValueMap? other) => other is not null
        && Count == other.Count
        && this.All(entry => other.TryGet(entry.Key, out var value) && value.Equals(entry.Value));

    public override bool Equals(object? obj) => Equals(obj as ValueMap);

    public override int GetHashCode() => Count;

    public override string ToString() => WorkflowValue.Of(this).ToString();

    public IEnumerator<KeyValuePair<string, WorkflowValue>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
            yield return KeyValuePair.Create(names[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal int IndexOf(string name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
