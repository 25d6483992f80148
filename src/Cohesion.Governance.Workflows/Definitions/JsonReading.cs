using System.Text.Json;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>Looking into JSON that may not have what one looks for.</summary>
internal static class JsonReading
{
    /// <summary>The property, or null when this is no object, has none, or it is null.</summary>
    public static JsonElement? Property(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    public static string? Text(this JsonElement json, string name) =>
        json.Property(name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    public static double? Number(this JsonElement json, string name) =>
        json.Property(name) is { ValueKind: JsonValueKind.Number } found ? found.GetDouble() : null;

    public static IEnumerable<JsonElement> Elements(this JsonElement json, string name) =>
        json.Property(name) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];
}
