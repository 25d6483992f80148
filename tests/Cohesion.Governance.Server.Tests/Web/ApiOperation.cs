using System.Text.Json;

namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>An operation as the OpenAPI document describes it, which is all that a foreign client would know.</summary>
internal sealed record ApiOperation(
    string Id, string Method, string Path, string? Summary, string Description, IReadOnlyList<ApiParameter> Parameters, JsonElement? Body, JsonElement Root)
{
    public static IEnumerable<ApiOperation> All(JsonDocument document) =>
        from path in document.RootElement.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Name is "get" or "post" or "put" or "delete"
        select Read(document.RootElement, path.Name, operation.Name, operation.Value);

    private static ApiOperation Read(JsonElement root, string path, string method, JsonElement operation) => new(
        operation.GetProperty("operationId").GetString()!,
        method.ToUpperInvariant(),
        path,
        operation.TryGetProperty("summary", out var summary) ? summary.GetString() : null,
        operation.TryGetProperty("description", out var description) ? description.GetString()! : string.Empty,
        operation.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Where(p => p.TryGetProperty("name", out _)).Select(p => new ApiParameter(
                p.GetProperty("name").GetString()!, p.GetProperty("in").GetString()!, p.GetProperty("schema").Clone()))]
            : [],
        operation.TryGetProperty("requestBody", out var body)
            ? body.GetProperty("content").GetProperty("application/json").GetProperty("schema").Clone()
            : null,
        root);
}

internal sealed record ApiParameter(string Name, string In, JsonElement Schema);
