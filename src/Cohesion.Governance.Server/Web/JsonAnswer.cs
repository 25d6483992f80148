using System.Text.Json;

namespace Cohesion.Governance.Server.Web;

/// <summary>A value as JSON of known length, written at once: an answer in chunks costs a small one twice the writing.</summary>
internal sealed class JsonAnswer<T>(T value, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, Json.Options);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
