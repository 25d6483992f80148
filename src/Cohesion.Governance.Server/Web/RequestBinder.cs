using System.Text.Json;
using System.Text.Json.Nodes;
using Cohesion.Governance.Domain;
using Microsoft.AspNetCore.Http.Features;

namespace Cohesion.Governance.Server.Web;

/// <summary>Makes a request object of what came: a JSON body or a form's fields, with the address's values over it.</summary>
internal static class RequestBinder
{
    private static readonly JsonSerializerOptions Lenient = new(Json.Options)
    {
        // Forms and addresses carry text only.
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
        Converters = { new TextBooleanConverter(), new StorableTextConverter() },
        AllowDuplicateProperties = false,
    };

    // Two spellings of one name would let a body say what its address must say.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Most bytes of a body: the register of some ten thousand seats.</summary>
    public const int MaxBody = 4 * 1024 * 1024;

    /// <summary>Binds an API call: body (for other methods than GET and DELETE), then query, then route.</summary>
    public static async Task<Outcome<T>> BindApi<T>(HttpContext context, CancellationToken ct)
    {
        if (!(await ReadBody(context.Request, ct)).Granted(out var values, out var unreadable))
        {
            return unreadable;
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
            return JsonSerializer.Deserialize(values.ToJsonString(), type, Lenient) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            return MalformedRequest.Of(exception);
        }
        catch (InvalidOperationException exception) when (IsHalfCharacter(exception))
        {
            return MalformedRequest.HalfCharacter;
        }
    }

    private static async Task<Outcome<JsonObject>> ReadBody(HttpRequest request, CancellationToken ct)
    {
        var mayHaveBody = request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? request.ContentLength is not null;
        if (HttpMethods.IsGet(request.Method) || !mayHaveBody || request.ContentLength is 0)
        {
            return new JsonObject();
        }

        if (request.ContentLength > MaxBody)
        {
            return new BodyTooLarge();
        }

        if (!request.HasJsonContentType())
        {
            return new NotJson();
        }

        try
        {
            // Counting makes the object read its names now, while whatever is wrong with them can still be told.
            return await JsonNode.ParseAsync(request.Body, documentOptions: Strict, cancellationToken: ct) is JsonObject { Count: >= 0 } body
                ? body
                : new MalformedRequest("$", new LocalText("a JSON object is expected", "应为 JSON 对象"));
        }
        catch (JsonException exception)
        {
            return MalformedRequest.Of(exception);
        }
        catch (InvalidOperationException exception) when (IsHalfCharacter(exception))
        {
            return MalformedRequest.HalfCharacter;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new BodyTooLarge();
        }
        catch (BadHttpRequestException)
        {
            return new MalformedRequest("$", new LocalText("the body broke off", "内容传输中断"));
        }
    }

    // The JSON reader has no exception of its own for text that is no Unicode; it names its source instead.
    private static bool IsHalfCharacter(InvalidOperationException exception) =>
        string.Equals(exception.Source, "System.Text.Json.Rethrowable", StringComparison.Ordinal) || exception.InnerException is System.Text.DecoderFallbackException;
}
