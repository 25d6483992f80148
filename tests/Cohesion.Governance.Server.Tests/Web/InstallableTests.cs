using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class InstallableTests
{
    [Fact]
    public async Task Every_page_leads_to_a_manifest_with_icons_of_the_sizes_it_states()
    {
        await using var app = new GovernanceApp();
        using var visitor = Visitor.At(app);
        using var client = Client(app);

        var link = (IHtmlLinkElement)(await visitor.Get("/sign-in")).Document.QuerySelector("link[rel=manifest]")!;
        using var answer = await client.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken);
        using var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("standalone", "/"), (manifest.RootElement.GetProperty("display").GetString(), manifest.RootElement.GetProperty("start_url").GetString()));
        var icons = manifest.RootElement.GetProperty("icons").EnumerateArray().Where(i => i.GetProperty("type").GetString() == "image/png").ToList();
        Assert.Equal(["192x192", "512x512"], icons.Select(i => i.GetProperty("sizes").GetString()));
        foreach (var icon in icons)
        {
            var png = await client.GetByteArrayAsync(icon.GetProperty("src").GetString(), TestContext.Current.CancellationToken);

            // IHDR comes first: width and height as big-endian numbers (PNG, section 11.2.2).
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{width}x{height}");
        }
    }

    [Fact]
    public async Task The_service_worker_lies_at_the_root_and_is_asked_for_anew_each_time()
    {
        await using var app = new GovernanceApp();
        using var client = Client(app);

        using var answer = await client.GetAsync("/sw.js", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/javascript", true), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoCache));
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("manifest-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_clears_what_the_device_has_kept()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);
        var form = (IHtmlFormElement)(await visitor.Get("/")).Document.QuerySelector("form[action='/sign-out']")!;

        var answer = await visitor.Submit(form);

        Assert.Equal("\"storage\"", answer.Headers["Clear-Site-Data"]);
    }

    private static HttpClient Client(GovernanceApp app) => app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") });
}
