using System.Globalization;
using System.Text.Json.Nodes;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>Finds a value in a JSON document (RFC 6901), with <c>[field=text]</c> as an extra step that picks an item of a list.</summary>
internal static class JsonPointer
{
    /// <returns>The value; null when there is none (or it is null).</returns>
    public static JsonNode? Find(JsonNode? node, string pointer)
    {
        foreach (var raw in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var part = raw.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonArray list when part == "#" => JsonValue.Create(list.Count),
                JsonArray list when part.StartsWith('[') => Pick(list, part.Trim('[', ']')),
                JsonArray list => int.TryParse(part, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < list.Count ? list[index] : null,
                JsonObject fields => fields[part],
                _ => null,
            };
        }

        return node;
    }

    private static JsonNode? Pick(JsonArray list, string condition) => condition.Split('=', 2) is [var field, var text]
        ? list.FirstOrDefault(item => (item as JsonObject)?[field]?.ToString() == text)
        : null;
}
