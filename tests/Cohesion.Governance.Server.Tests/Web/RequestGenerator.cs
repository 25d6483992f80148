using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>Makes requests from the OpenAPI document alone: good ones of the described form, and bad ones by spoiling a good one.</summary>
internal sealed class RequestGenerator(JsonElement document, Random random, IReadOnlyList<string> ids)
{
    private static readonly string[] Words =
        ["A freight elevator", "加装货梯", "P7D", "PT30M", "property", "tenants", "heads", "area", "council.each-bloc-consent", "vote", "proposal", "en", "Asia/Shanghai", "x"];

    private static readonly JsonNode?[] Odd =
    [
        null, "", " ", "\u202e", "P99999999999Y", "-P1D", "not an id", "00000000-0000-0000-0000-000000000000", "9999-12-31T23:59:59.9999999Z",
        "0001-01-01T00:00:00+14:00", new string('议', 20_000), -1, 0, int.MaxValue, long.MinValue, 1e300, 0.1, true, new JsonArray(), new JsonObject(), new JsonArray(null, null),
        "'; DROP TABLE Councils; --", "<script>alert(1)</script>", "../../etc/passwd",
    ];

    public HttpRequestMessage Good(ApiOperation operation) => Build(operation, BodyOf(operation));

    public HttpRequestMessage Bad(ApiOperation operation)
    {
        var body = BodyOf(operation);
        switch (random.Next(6))
        {
            case 0 when body is not null:
                return Build(operation, body, body.ToJsonString()[..^1]);
            case 1 when body is not null:
                return Build(operation, body, "\"\\ud800\"");
            case 2 when body is not null:
                body.Remove(Pick(body.Select(p => p.Key).Append("none").ToArray()));
                return Build(operation, body);
            case 3:
                return Build(operation, body, spoilAddress: true);
            default:
                Spoil(body);
                return Build(operation, body, spoilAddress: body is null);
        }
    }

    private HttpRequestMessage Build(ApiOperation operation, JsonObject? body, string? raw = null, bool spoilAddress = false)
    {
        var path = operation.Path;
        var query = new List<string>();
        foreach (var parameter in operation.Parameters.Where(p => p.In is "path" or "query"))
        {
            var value = spoilAddress && random.Next(2) == 0
                ? Pick(Odd)?.ToString() ?? "null"
                : Value(parameter.Schema, 0)?.ToString() ?? string.Empty;
            var escaped = Uri.EscapeDataString(value.Length == 0 ? "-" : value.Length > 200 ? value[..200] : value);
            if (parameter.In == "path")
            {
                path = path.Replace($"{{{parameter.Name}}}", escaped, StringComparison.Ordinal);
            }
            else if (random.Next(2) == 0)
            {
                query.Add($"{parameter.Name}={escaped}");
            }
        }

        var request = new HttpRequestMessage(new HttpMethod(operation.Method), query.Count == 0 ? path : $"{path}?{string.Join('&', query)}");
        if (body is not null)
        {
            request.Content = new StringContent(raw ?? body.ToJsonString(), Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(random.Next(20) == 0 ? "text/plain" : "application/json");
        }

        if (random.Next(4) == 0)
        {
            request.Headers.Add("Idempotency-Key", random.Next(1000).ToString(CultureInfo.InvariantCulture));
        }

        return request;
    }

    private JsonObject? BodyOf(ApiOperation operation) => operation.Body is { } schema ? Value(schema, 0) as JsonObject : null;

    private JsonNode? Value(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            return Value(document.GetProperty("components").GetProperty("schemas").GetProperty(name), depth);
        }

        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
        {
            return Value(Pick(choices.EnumerateArray().ToArray()), depth);
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return JsonNode.Parse(Pick(values.EnumerateArray().ToArray()).GetRawText());
        }

        var types = schema.TryGetProperty("type", out var type)
            ? type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()).ToArray() : [type.GetString()]
            : ["object"];
        return Pick(types) switch
        {
            "null" => null,
            "string" => Text(schema),
            "integer" => random.Next(-1, 20),
            "number" => random.Next(0, 10_000) / 100m,
            "boolean" => random.Next(2) == 0,
            "array" => new JsonArray([.. Enumerable.Range(0, depth > 3 ? 0 : random.Next(4)).Select(_ => Value(schema.GetProperty("items"), depth + 1))]),
            _ => Object(schema, depth),
        };
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        var made = new JsonObject();
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                made[property.Name] = Value(property.Value, depth + 1);
            }
        }

        if (schema.TryGetProperty("additionalProperties", out var other) && other.ValueKind == JsonValueKind.Object)
        {
            made["area"] = Value(other, depth + 1);
        }

        return made;
    }

    private string Text(JsonElement schema) => (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
    {
        "uuid" => random.Next(8) == 0 ? Guid.Empty.ToString() : Pick(ids),
        "date-time" => new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(8)).AddHours(random.Next(-2000, 2000)).ToString("O", CultureInfo.InvariantCulture),
        "date" => new DateOnly(2026, 11, 2).AddDays(random.Next(-100, 100)).ToString("O", CultureInfo.InvariantCulture),
        _ => random.Next(6) == 0 ? Pick(ids) : Pick(Words),
    };

    private void Spoil(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } inner:
                var name = Pick(inner.Select(p => p.Key).ToArray());
                if (inner[name] is JsonObject or JsonArray && random.Next(3) > 0)
                {
                    Spoil(inner[name]);
                }
                else
                {
                    inner[name] = Pick(Odd)?.DeepClone();
                }

                break;
            case JsonArray { Count: > 0 } list:
                list[random.Next(list.Count)] = Pick(Odd)?.DeepClone();
                break;
            default:
                break;
        }
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
