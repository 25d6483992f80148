using Microsoft.AspNetCore.Http.Features;

namespace Cohesion.Governance.Server.Web;

/// <summary>Answers a request with another page of this server: as if it had been a GET of that page.</summary>
internal static class ReExecution
{
    public static async Task Get(HttpContext context, RequestDelegate next, string localPath)
    {
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        (context.Request.Path, context.Request.QueryString) = LocalPath.Split(localPath);
        context.Request.Method = HttpMethods.Get;
        context.Request.ContentLength = null;
        context.Request.ContentType = null;
        context.Request.Body = Stream.Null;
        context.Features.Set<IFormFeature>(null);
        await next(context);
    }
}
