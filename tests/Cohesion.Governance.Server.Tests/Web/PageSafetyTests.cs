using System.Net;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class PageSafetyTests
{
    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/councils/0197a0aa-0000-7000-8000-000000000001")]
    [InlineData("/error/404")]
    public async Task What_is_not_there_is_a_page_in_the_readers_language(string path)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA, "zh-CN");

        var answer = await visitor.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("没有找到", answer.Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_council_of_somebody_else_looks_like_one_that_does_not_exist()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Outsider);

        var foreign = await visitor.Get($"/councils/{town.CouncilId}");
        var missing = await visitor.Get("/councils/0197a0aa-0000-7000-8000-000000000001");

        Assert.Equal((missing.Status, missing.Words), (foreign.Status, foreign.Words));
    }

    [Fact]
    public async Task Every_page_forbids_foreign_and_inline_script_and_being_framed()
    {
        var (app, _) = await GovernanceApp.StartWithTown();
        await using var __ = app;
        using var visitor = Visitor.At(app);

        var answer = await visitor.Get("/sign-in");

        var policy = answer.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("same-origin", answer.Headers["Referrer-Policy"]);
        Assert.Empty(answer.Document.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(answer.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(answer.Document.QuerySelector("script")!.GetAttribute("src")!)).Status);
    }
}
