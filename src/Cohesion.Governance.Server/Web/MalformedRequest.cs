using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web;

/// <summary>What was sent is not of the form it must have.</summary>
/// <param name="Path">JSON path of the first thing wrong.</param>
/// <param name="Detail">What is wrong there.</param>
internal sealed partial record MalformedRequest(string Path, LocalText Detail) : Refusal
{
    public override LocalText Message => new LocalText(
        "What was sent cannot be read at {0}: {1}.",
        "提交的内容在 {0} 处无法识别：{1}。").With(Path, Detail);

    public override RefusalKind Kind => RefusalKind.Invalid;

    /// <summary>A string is no Unicode text.</summary>
    public static MalformedRequest HalfCharacter { get; } = new("$", new LocalText("a text is not valid Unicode", "文本不是有效的 Unicode"));

    /// <summary>Says what the reader of the JSON said without the names of our types.</summary>
    public static MalformedRequest Of(JsonException exception)
    {
        var path = exception.Path ?? "$";
        if (Missing().Match(exception.Message) is { Success: true } missing)
        {
            var names = missing.Groups["names"].Value.Replace("'", string.Empty, StringComparison.Ordinal);
            return new MalformedRequest(path, new LocalText("missing: {0}", "缺少：{0}").With(names));
        }

        return new MalformedRequest(path, Conversion().Match(exception.Message) is { Success: true } conversion
            ? Expected(conversion.Groups["type"].Value)
            : new LocalText(
                "this is no valid JSON, or a name stands twice, or a value is missing",
                "不是有效的 JSON，或名称重复，或缺少值"));
    }

    private static LocalText Expected(string type) => type.Split('.', '+')[^1] switch
    {
        "Guid" => new LocalText("an id (UUID) is expected", "应为标识符（UUID）"),
        "Int32" or "Int64" => new LocalText("a whole number is expected", "应为整数"),
        "Decimal" => new LocalText("a number is expected", "应为数字"),
        "Boolean" => new LocalText("true or false is expected", "应为 true 或 false"),
        "DateTimeOffset" => new LocalText("a time is expected, as 2026-11-02T09:00:00+08:00", "应为时间，例如 2026-11-02T09:00:00+08:00"),
        "DateOnly" => new LocalText("a date is expected, as 2026-11-02", "应为日期，例如 2026-11-02"),
        "String" => new LocalText("text is expected", "应为文本"),
        var other => new LocalText("this is not one of the values that are possible here ({0})", "此处不接受该值（{0}）").With(other),
    };

    [GeneratedRegex(@"missing required properties including: (?<names>.+?)\.( Path|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"could not be converted to (?<type>[^ \[]+?)(`1\[(?<type>[^,\]]+)[^ ]*)?\.( Path|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Conversion();
}

/// <summary>The body is not declared to be JSON.</summary>
internal sealed record NotJson : Refusal
{
    public override LocalText Message => new(
        "Send JSON, with the header Content-Type: application/json.",
        "请以 JSON 发送，并带上请求头 Content-Type: application/json。");

    public override RefusalKind Kind => RefusalKind.WrongFormat;
}

/// <summary>The body is larger than anything this server takes.</summary>
internal sealed record BodyTooLarge : Refusal
{
    public override LocalText Message => new LocalText(
        "This is too much at once: at most {0} MiB. Send it in parts.",
        "内容过大，最多 {0} MiB，请分批提交。").With(RequestBinder.MaxBody / 1024 / 1024);

    public override RefusalKind Kind => RefusalKind.TooLarge;
}

/// <summary>Reads what HTML forms send for a ticked box.</summary>
internal sealed class TextBooleanConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when reader.GetString() is "true" or "on" => true,
        JsonTokenType.String when reader.GetString() is "false" or "" => false,
        _ => throw new JsonException("The JSON value could not be converted to System.Boolean."),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}

/// <summary>Reads text that every database can keep: PostgreSQL has no place for U+0000, nobody has one for half a character.</summary>
internal sealed class StorableTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw NoText();
        return text.Contains('\0', StringComparison.Ordinal) ? throw NoText() : text;
    }

    private static JsonException NoText() => new("The JSON value could not be converted to System.String.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
