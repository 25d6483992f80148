using System.Text.Json;
using System.Text.Json.Nodes;
using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web;

/// <summary>Makes a request object of what came: a JSON body or a form's fields, with the address's values over it.</summary>
internal static class RequestBinder
{
    private static readonly JsonSerializerOptions Lenient = new(Json.Options)
    {
        // Forms and addresses carry text only.
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
        Converters = { new TextBooleanConverter() },
    };

    /// <summary>Binds an API call: body (for other methods than GET and DELETE), then query, then route.</summary>
    public static async Task<Outcome<T>> BindApi<T>(HttpContext context, CancellationToken ct)
    {
        JsonObject values;
        try
        {
            values = await ReadBody(context.Request, ct);
        }
        catch (JsonException exception)
        {
            return new MalformedRequest(exception.Path ?? "$", exception.Message);
        }

        foreach (var (name, value) in context.Request.Query)
        {
            values[name] = value.ToString();
        }

        return Bind<T>(values, context.Request.RouteValues);
    }

    /// <summary>Binds already parsed values, with the address's values over them.</summary>
    public static Outcome<T> Bind<T>(JsonObject values, IEnumerable<KeyValuePair<string, object?>> route) =>
        Bind(typeof(T), values, route).Granted(out var bound, out var refusal) ? (T)bound : refusal;

    public static Outcome<object> Bind(Type type, JsonObject values, IEnumerable<KeyValuePair<string, object?>> route)
    {
        foreach (var (name, value) in route)
        {
            values[name] = value?.ToString();
        }

        try
        {
            return values.Deserialize(type, Lenient) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            return new MalformedRequest(exception.Path ?? "$", exception.Message);
        }
    }

    private static async Task<JsonObject> ReadBody(HttpRequest request, CancellationToken ct)
    {
        if (HttpMethods.IsGet(request.Method) || request.ContentLength is 0 || (request.ContentLength is null && !request.HasJsonContentType()))
        {
            return [];
        }

        return await JsonNode.ParseAsync(request.Body, cancellationToken: ct) as JsonObject
            ?? throw new JsonException("The body must be a JSON object.");
    }
}

/// <summary>What was sent is not of the form it must have.</summary>
/// <param name="Path">JSON path of the first thing wrong.</param>
/// <param name="Detail">What the reader of the JSON said.</param>
internal sealed record MalformedRequest(string Path, string Detail) : Refusal
{
    public override LocalText Message => new(
        $"What was sent cannot be read at {Path}: {Detail}",
        $"提交的内容在 {Path} 处无法识别，请检查后重试。（{Detail}）");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Reads what HTML forms send for a ticked box.</summary>
internal sealed class TextBooleanConverter : System.Text.Json.Serialization.JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when reader.GetString() is "true" or "on" => true,
        JsonTokenType.String when reader.GetString() is "false" or "" => false,
        _ => throw new JsonException("true or false expected"),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
