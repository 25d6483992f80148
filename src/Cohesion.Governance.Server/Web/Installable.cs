using System.Text.Json;

namespace Cohesion.Governance.Server.Web;

/// <summary>What lets a phone keep the product beside its other programs: a manifest (W3C Web Application Manifest) and a service worker, which shows pages opened
/// before when the network is gone.</summary>
internal static class Installable
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/manifest.webmanifest", Manifest).AllowAnonymous().ExcludeFromDescription();

        // At the root, since a service worker serves what lies below it; never kept, so that a mended one is taken at the next page.
        app.MapGet("/sw.js", (HttpContext context, Assets assets) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(assets.Content("sw.js"), "text/javascript; charset=utf-8");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Manifest(Assets assets) => TypedResults.Bytes(
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = "/",
            name = "凝聚议事 Cohesion Governance",
            short_name = "凝聚议事",
            start_url = "/",
            scope = "/",
            display = "standalone",
            background_color = "#fbfaf6",
            theme_color = "#fbfaf6",
            icons = new object[]
            {
                new { src = assets["mark.svg"], sizes = "any", type = "image/svg+xml", purpose = "any" },
                new { src = assets["mark-192.png"], sizes = "192x192", type = "image/png", purpose = "maskable any" },
                new { src = assets["mark-512.png"], sizes = "512x512", type = "image/png", purpose = "maskable any" },
            },
        }),
        "application/manifest+json");
}
