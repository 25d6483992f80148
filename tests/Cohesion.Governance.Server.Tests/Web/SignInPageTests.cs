using System.Net;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class SignInPageTests
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in_and_comes_back()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await Visitor.GiveAccount(app, town.TenantA, "wu");
        using var visitor = Visitor.At(app);
        var path = $"/councils/{town.CouncilId}";

        var sent = await visitor.Get(path);
        var form = (await visitor.Form(new Uri(new Uri("https://localhost"), sent.Location!).PathAndQuery, "SignIn")).Form;
        var back = await visitor.Submit(form, ("name", "wu"), ("password", "correct horse battery"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal((HttpStatusCode.SeeOther, path), (back.Status, back.Location));
        Assert.Contains("Jinhongqiao council", (await visitor.Get(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_beside_the_form_keeps_the_name_and_never_shows_the_password()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await Visitor.GiveAccount(app, town.TenantA, "wu");
        using var visitor = Visitor.At(app, "zh");
        var (_, form) = await visitor.Form("/sign-in", "SignIn");

        var answer = await visitor.Submit(form, ("name", "wu"), ("password", "a wrong one entirely"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("用户名或密码不正确", answer.Document.QuerySelector("#SignIn .trouble")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("wu", answer.Document.QuerySelector("#SignIn input[name=name]")!.GetAttribute("value"));
        Assert.DoesNotContain("a wrong one entirely", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_out_nothing_is_shown_any_more()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);
        var home = await visitor.Get("/");
        var form = home.Document.Forms.Single(f => f.GetAttribute("action") == "/sign-out");

        var answer = await visitor.Submit(form);

        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in"), (answer.Status, answer.Location));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/")).Status);
    }

    [Fact]
    public async Task The_language_switch_stays_chosen_and_leads_back()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);
        var path = $"/councils/{town.CouncilId}";
        var page = await visitor.Get(path);
        var form = page.Document.Forms.Single(f => f.GetAttribute("action") == "/language");

        var answer = await visitor.Submit(form, ("language", "zh-Hans"));
        var after = await visitor.Get(path);

        Assert.Equal(path, answer.Location);
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("zh-Hans", after.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("金虹桥议事会", after.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_type_is_chosen_before_signing_in_holds_on_every_page_and_can_be_left_again()
    {
        var (app, _) = await GovernanceApp.StartWithTown();
        await using var __ = app;
        using var visitor = Visitor.At(app);
        var before = await visitor.Get("/sign-in");

        var answer = await visitor.Submit(before.Document.Forms.Single(f => f.GetAttribute("action") == "/type-size"), ("size", "large"));
        var large = await visitor.Get("/sign-in");
        await visitor.Submit(large.Document.Forms.Single(f => f.GetAttribute("action") == "/type-size"), ("size", "usual"));
        var usual = await visitor.Get("/sign-in");

        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in"), (answer.Status, answer.Location));
        Assert.Equal((null, "large", null), (ClassOf(before), ClassOf(large), ClassOf(usual)));
        Assert.Equal("usual", large.Document.QuerySelector("button[name=size]")!.GetAttribute("value"));

        static string? ClassOf(Answer page) => page.Document.DocumentElement.GetAttribute("class");
    }

    [Fact]
    public async Task Demonstration_accounts_are_never_offered_outside_development()
    {
        var (app, _) = await GovernanceApp.StartWithTown();
        await using var configured = app.WithWebHostBuilder(b => b.ConfigureServices(s => Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions
            .Configure<Server.Web.DemoAccounts>(s, o => o.Accounts.Add(new("lin", "demo password", new("Secretary", "秘书"))))));
        await using var __ = app;

        var page = await configured.CreateClient().GetStringAsync("/sign-in");

        Assert.DoesNotContain("demo password", page, StringComparison.Ordinal);
    }
}
