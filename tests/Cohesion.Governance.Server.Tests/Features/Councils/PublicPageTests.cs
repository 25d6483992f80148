using System.Net;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils.PublicPage;
using Cohesion.Governance.Server.Features.Councils.SetPublicPage;
using Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Councils;

public sealed class PublicPageTests
{
    private static async Task<Promise> Opened()
    {
        var p = await Promise.Resolved();
        Assert.True((await p.App.Send(p.Town.Secretary, new SetPublicPageCommand(p.Town.CouncilId, true))).IsGranted);
        return p;
    }

    [Fact]
    public async Task Anybody_reads_what_was_adopted_and_how_it_is_kept()
    {
        await using var p = await Opened();
        await p.Accepted(days: 3);
        Assert.Null((await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[1], "Bought already"))).Refusal);

        var before = (await p.App.Send(null, new PublicPageQuery(p.Town.CouncilId))).Value;
        p.App.Clock.Advance(TimeSpan.FromDays(4));
        var after = (await p.App.Send(null, new PublicPageQuery(p.Town.CouncilId))).Value;

        Assert.Equal((2, 1, 0), (before.Adopted, before.Done, before.Late));
        Assert.Equal(
            [("Check-in machine", PublicState.NothingToDo, 0, 0), ("Freight elevator", PublicState.Open, 1, 0)],
            before.Resolutions.Select(r => (r.Title, r.State, r.Actions, r.ActionsKept)));
        Assert.Equal((PublicState.Late, 1), (after.Resolutions[1].State, after.Late));
    }

    [Fact]
    public async Task Without_one_there_is_nothing_not_even_for_members_but_the_secretary_sees_what_it_would_be()
    {
        await using var p = await Promise.Resolved();
        var query = new PublicPageQuery(p.Town.CouncilId);

        foreach (var person in (Guid?[])[null, p.Town.Outsider, p.Town.TenantA, p.Town.Secretary])
        {
            Assert.IsType<NotFound>((await p.App.Send(person, query)).Refusal);
        }

        foreach (var person in (Guid?[])[null, p.Town.Outsider, p.Town.TenantA, p.Town.Convenor])
        {
            Assert.IsType<NotFound>((await p.App.Send(person, query with { Preview = true })).Refusal);
        }

        var preview = (await p.App.Send(p.Town.Secretary, query with { Preview = true })).Value;
        Assert.Equal((2, false), (preview.Adopted, preview.IsPublic));
    }

    [Fact]
    public async Task Two_councils_do_not_mix()
    {
        await using var p = await Opened();
        Assert.IsType<NotFound>((await p.App.Send(null, new PublicPageQuery(Guid.CreateVersion7(GovernanceApp.Begin)))).Refusal);
    }

    [Theory]
    [InlineData("en", "Freight elevator", "not begun")]
    [InlineData("zh-CN", "Freight elevator", "待落实")]
    public async Task The_page_needs_no_cookie_may_be_kept_by_caches_and_names_nobody(string language, string title, string state)
    {
        await using var p = await Opened();
        await p.Assign(title: "Ask Manager Zhou for the contract");
        await p.Evidenced(resolution: 1);
        await p.App.Db(db => db.FollowUps.Where(f => f.ResolutionId == p.Resolutions[0]).ExecuteDeleteAsync());
        using var visitor = Visitor.At(p.App, language);

        var page = await visitor.Get($"/public/{p.Town.CouncilId}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(title, page.Words, StringComparison.Ordinal);
        Assert.Contains(state, page.Words, StringComparison.Ordinal);
        Assert.False(page.Headers.ContainsKey("Set-Cookie"));
        Assert.Equal("public, max-age=300", page.Headers["Cache-Control"]);
        Assert.Empty(page.Document.Forms);
        foreach (var name in await p.App.Db(db => db.People.Select(x => x.Name).ToListAsync()))
        {
            Assert.DoesNotContain(name.En, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(name.Zh, page.Text, StringComparison.Ordinal);
        }

        Assert.All(["It runs", "contract", "Galaxy", p.Town.Property.ToString(), p.Town.SeatA.ToString()], word => Assert.DoesNotContain(word, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_not_wanted_is_not_found_and_linked_nowhere()
    {
        await using var p = await Promise.Resolved();
        using var nobody = Visitor.At(p.App);
        using var tenant = await Visitor.SignedIn(p.App, p.Town.TenantA);

        var page = await nobody.Get($"/public/{p.Town.CouncilId}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain("Freight", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/public/", (await tenant.Get($"/councils/{p.Town.CouncilId}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_sees_a_preview_opens_it_by_form_and_members_find_the_link()
    {
        await using var p = await Promise.Resolved();
        using var secretary = await Visitor.SignedIn(p.App, p.Town.Secretary);
        using var tenant = await Visitor.SignedIn(p.App, p.Town.TenantA);
        var (page, form) = await secretary.Form($"/councils/{p.Town.CouncilId}/public-page", "SetPublicPage");

        var answer = await secretary.Submit(form);

        Assert.Contains("Freight elevator", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains($"/public/{p.Town.CouncilId}", (await tenant.Get($"/councils/{p.Town.CouncilId}")).Text, StringComparison.Ordinal);
        await secretary.Submit((await secretary.Form($"/councils/{p.Town.CouncilId}/public-page", "SetPublicPage")).Form);
        Assert.False(await p.App.Db(db => db.Councils.AnyAsync(c => c.PublicPage)));
    }
}
