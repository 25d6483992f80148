using System.Net;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class FormPostsTests
{
    [Fact]
    public async Task A_form_that_is_done_leads_on_and_says_so_once()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);
        var path = $"/councils/{town.CouncilId}";
        var (_, form) = await visitor.Form(path, "RaiseNeed");

        var answer = await visitor.Submit(form, ("text", "The lifts are full at nine"));

        Assert.Equal((HttpStatusCode.SeeOther, path), (answer.Status, answer.Location));
        Assert.Equal("The lifts are full at nine", await app.Db(db => db.Needs.Select(n => n.Text).SingleAsync()));
        Assert.Contains("Your need is registered", (await visitor.Get(path)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Your need is registered", (await visitor.Get(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_is_one_command()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);
        var (_, form) = await visitor.Form($"/councils/{town.CouncilId}", "RaiseNeed");

        var answers = await Task.WhenAll(visitor.Submit(form, ("text", "Once")), visitor.Submit(form, ("text", "Once")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(1, await app.Db(db => db.Needs.CountAsync()));
    }

    [Fact]
    public async Task Two_renderings_of_a_form_are_two_commands()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);

        await visitor.Submit((await visitor.Form($"/councils/{town.CouncilId}", "RaiseNeed")).Form, ("text", "Same words"));
        await visitor.Submit((await visitor.Form($"/councils/{town.CouncilId}", "RaiseNeed")).Form, ("text", "Same words"));

        Assert.Equal(2, await app.Db(db => db.Needs.CountAsync()));
    }

    [Fact]
    public async Task Going_back_and_sending_other_words_under_the_same_key_asks_to_send_again_and_keeps_them()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);
        var (_, form) = await visitor.Form($"/councils/{town.CouncilId}", "RaiseNeed");
        await visitor.Submit(form, ("text", "First"));

        var refused = await visitor.Submit(form, ("text", "Second"));
        var again = await visitor.Submit(refused.Form("RaiseNeed"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal(["First", "Second"], await app.Db(db => db.Needs.OrderBy(n => n.Number).Select(n => n.Text).ToListAsync()));
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_the_sentence_beside_the_field_and_the_words_as_typed()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA, "zh-CN");
        var path = $"/councils/{town.CouncilId}";
        var (_, form) = await visitor.Form(path, "RaiseNeed");
        var tooLong = "\n<b>电梯</b>\n" + new string('长', 4000);

        var refused = await visitor.Submit(form, ("text", tooLong));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("zh-Hans", refused.Document.DocumentElement.GetAttribute("lang"));
        var area = refused.Document.QuerySelector("#RaiseNeed textarea")!;
        Assert.Equal(tooLong, area.TextContent);
        Assert.Equal("true", area.GetAttribute("aria-invalid"));
        Assert.Contains("最多 4000 个字", refused.Document.QuerySelector("#RaiseNeed .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(path, refused.Form("RaiseNeed").QuerySelector("input[name=_from]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Submit(refused.Form("RaiseNeed"), ("text", "短一点"))).Status);
    }

    [Fact]
    public async Task A_form_without_the_proof_that_we_gave_it_out_changes_nothing()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);

        var answer = await visitor.Post("/do/RaiseNeed", Fields(town, "Forged"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(0, await app.Db(db => db.Needs.CountAsync()));
        Assert.Contains("Forged", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proof_given_to_one_person_is_worth_nothing_to_another()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var one = await Visitor.SignedIn(app, town.TenantA);
        using var other = await Visitor.SignedIn(app, town.TenantB);
        var (_, form) = await one.Form($"/councils/{town.CouncilId}", "RaiseNeed");

        var answer = await other.Submit(form, ("text", "Borrowed"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(0, await app.Db(db => db.Needs.CountAsync()));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_form_never_leads_to_another_host(string next)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);
        var (_, form) = await visitor.Form($"/councils/{town.CouncilId}", "RaiseNeed");

        var answer = await visitor.Submit(form, ("text", "Elsewhere"), ("_next", next));

        Assert.Equal("/", answer.Location);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task Signing_in_never_leads_to_another_host(string next)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await Visitor.GiveAccount(app, town.TenantA, "wu");
        using var visitor = Visitor.At(app);
        var (_, form) = await visitor.Form("/sign-in?next=" + Uri.EscapeDataString(next), "SignIn");

        var answer = await visitor.Submit(form, ("name", "wu"), ("password", "correct horse battery"));

        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task What_a_command_brought_into_being_can_be_where_it_leads()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);
        var (_, form) = await visitor.Form($"/councils/{town.CouncilId}", "RaiseNeed");

        var answer = await visitor.Submit(form, ("text", "Lead on"), ("_next", "/needs/{id}"));

        var need = await app.Db(db => db.Needs.Select(n => n.Id).SingleAsync());
        Assert.Equal($"/needs/{need}", answer.Location);
    }

    [Theory]
    [InlineData("OpenBallots")]
    [InlineData("CouncilPage")]
    [InlineData("NoSuchThing")]
    public async Task What_people_may_not_send_cannot_be_posted(string name)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Secretary);

        var answer = await visitor.Post("/do/" + name, []);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("Nothing here", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refusal_of_a_person_of_another_council_tells_nothing_about_this_one()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Outsider);
        var (_, form) = await visitor.Form($"/councils/{town.OtherCouncilId}", "RaiseNeed");

        var answer = await visitor.Submit(form, ("text", "Hello"), ("councilId", town.CouncilId.ToString()), ("_from", $"/councils/{town.CouncilId}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("Jinhongqiao", answer.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Fields(Town town, string text) => new(StringComparer.Ordinal)
    {
        ["councilId"] = town.CouncilId.ToString(), ["text"] = text, ["_form"] = "RaiseNeed", ["_from"] = $"/councils/{town.CouncilId}", ["_next"] = "/",
    };
}
