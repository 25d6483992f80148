namespace Cohesion.Governance.Server.Web;

/// <summary>What browsers are told not to do with our pages (OWASP Secure Headers).</summary>
internal static class PageHeaders
{
    // Pages have no inline script or style at all; the one script and stylesheet are ours.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The job dashboard and the API reference bring inline script and style of their own.
    private const string GuestPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    private static readonly PathString[] Guests = [Jobs.JobsRegistration.Path, "/api-docs"];

    public static IApplicationBuilder UsePageHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment, since whoever answers a fault clears what was set before.
        context.Response.OnStarting(() => Set(context));
        return next(context);
    });

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Guests.Any(g => context.Request.Path.StartsWithSegments(g, StringComparison.OrdinalIgnoreCase)) ? GuestPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
