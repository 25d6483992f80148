using System.Text.Json.Nodes;
using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>The names a story uses for things that got their ids only when it was played.</summary>
internal sealed class CaseAliases(Language language, Dictionary<string, string> ids)
{
    /// <summary>Everything named so far, to be kept with the story's progress.</summary>
    public IReadOnlyDictionary<string, string> All => ids;

    public string this[string alias] => ids.GetValueOrDefault(alias) ?? throw new CaseFailedException($"The story speaks of '{alias}', which nobody has named yet.");

    public void Name(string alias, string id) => ids[alias] = id;

    /// <summary>The fields with aliases and languages resolved. <c>$now+P7D</c> is a time relative to the present one.</summary>
    public JsonNode? Resolve(JsonNode? node, DateTimeOffset now, string? each = null) => node switch
    {
        JsonObject text when IsLocalText(text) => text[language == Language.Chinese ? "zh" : "en"]!.DeepClone(),
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Resolve(f.Value, now, each)))),
        JsonArray items => new JsonArray([.. items.Select(item => Resolve(item, now, each))]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("$now", StringComparison.Ordinal) => JsonValue.Create(Moment(text, now)),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith('$') => JsonValue.Create(this[Alias(text[1..], each)]),
        null => null,
        _ => node.DeepClone(),
    };

    private static bool IsLocalText(JsonObject fields) => fields.Count == 2 && fields.ContainsKey("en") && fields.ContainsKey("zh");

    private static string Alias(string text, string? each) =>
        each is not null && (text == "each" || text.StartsWith("each.", StringComparison.Ordinal)) ? each + text[4..] : text;

    // The time of day is kept: a due date in two weeks is at the hour it was set.
    private static string Moment(string text, DateTimeOffset now) => text.Length == 4
        ? now.ToString("O", System.Globalization.CultureInfo.InvariantCulture)
        : (now + System.Xml.XmlConvert.ToTimeSpan(text[5..])).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The story did not go as told.</summary>
internal sealed class CaseFailedException(string message) : Exception(message);
