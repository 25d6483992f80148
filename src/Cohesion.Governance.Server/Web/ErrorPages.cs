using System.Diagnostics.CodeAnalysis;

namespace Cohesion.Governance.Server.Web;

/// <summary>Gives people a page, in their language and without a stack trace, where the framework would answer with an empty status or a fault.</summary>
internal sealed partial class ErrorPages(RequestDelegate next, IServiceScopeFactory scopes, ILogger<ErrorPages> logger)
{
    private static readonly PathString[] Programs = ["/api", "/live", "/openapi", "/api-docs", "/health", Jobs.JobsRegistration.Path, "/assets"];

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The outermost step of a page: whatever happened is logged and told as a page.")]
    public async Task Invoke(HttpContext context)
    {
        if (Programs.Any(p => context.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase)))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFault(logger, context.Request.Method, context.Request.Path, exception);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (context.Response is { HasStarted: false, ContentLength: null, ContentType: null, StatusCode: >= 400 } response)
        {
            await Draw(context, response.StatusCode);
        }
    }

    private async Task Draw(HttpContext context, int status)
    {
        // Whatever failed may have left its database context half way.
        await using var scope = scopes.CreateAsyncScope();
        var services = context.RequestServices;
        context.RequestServices = scope.ServiceProvider;
        context.Response.StatusCode = StatusCodes.Status200OK;
        try
        {
            await ReExecution.Get(context, next, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/error/{status}"));
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, string method, string path, Exception exception);
}
