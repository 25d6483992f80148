using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.Needs.AnswerNeed;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class CouncilPagesTests
{
    [Theory]
    [InlineData("en", "Order the elevator", "due", "December 2026")]
    [InlineData("zh-CN", "Order the elevator", "到期", "2026年12月")]
    public async Task What_comes_next_stands_on_the_councils_page_and_each_month_in_its_calendar(string language, string action, string due, string month)
    {
        await using var p = await Promise.Resolved();
        await p.Assign(days: 40);
        var soon = await p.Assign(days: 10, resolution: 1);
        using var visitor = await Visitor.SignedIn(p.App, p.Town.TenantA, language);
        var council = $"/councils/{p.Town.CouncilId}";

        var coming = (await visitor.Get(council)).Document.GetElementById("calendar")!;
        Assert.Equal([$"/follow-ups/{soon}", council + "/calendar"], coming.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains(due, coming.TextContent, StringComparison.Ordinal);

        var december = await visitor.Get(council + "/calendar?month=2026-12");
        Assert.Equal(month, december.Document.QuerySelector("main h2")!.TextContent);
        Assert.Equal(action, december.Document.QuerySelector(".days a")!.TextContent);
        Assert.Contains(council + "/calendar?month=2027-01", december.Document.Links.Select(l => l.GetAttribute("href")));
    }

    [Theory]
    [InlineData("2027-11", "2027-10 2027-11")]
    [InlineData("2025-11", "2025-11 2025-12")]
    public async Task The_calendar_leads_nobody_further_than_a_year(string month, string offered)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.TenantA);

        var page = await visitor.Get($"/councils/{town.CouncilId}/calendar?month={month}");

        Assert.Equal(offered, string.Join(' ', page.Document.QuerySelectorAll("nav.filters a").Select(a => a.GetAttribute("href")!.Split("month=")).Where(p => p.Length == 2).Select(p => p[1])));
    }

    [Fact]
    public async Task Each_resolution_says_on_the_councils_page_how_far_it_is()
    {
        await using var p = await Promise.Resolved();
        using var visitor = await Visitor.SignedIn(p.App, p.Town.TenantA);
        async Task<string[]> Said(string path) =>
            [.. (await visitor.Get(path)).Document.QuerySelectorAll("#resolutions .rows .tag, main > .card .rows .tag").Select(t => t.TextContent)];

        var council = $"/councils/{p.Town.CouncilId}";
        Assert.Equal(["nobody assigned yet", "nobody assigned yet"], await Said(council));

        await p.Assign(days: 1);
        await p.Assign(days: 30, resolution: 1);
        Assert.Equal(["under way", "under way"], await Said(council));
        p.App.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(["under way", "overdue"], await Said(council));

        await p.App.Db(async db =>
        {
            await db.FollowUps.ExecuteUpdateAsync(set => set.SetProperty(f => f.Stage, FollowUpStage.Kept));
            await db.Resolutions.ExecuteUpdateAsync(set => set.SetProperty(r => r.KeptAt, p.Now));
        });
        Assert.Equal(["kept", "kept"], await Said(council + "/resolutions"));
        Assert.Contains("1 of 1 actions kept", (await visitor.Get(council + "/resolutions")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "A bench|A lift")]
    [InlineData("?stage=open", "A bench")]
    [InlineData("?stage=answered", "A lift")]
    [InlineData("?stage=met", "")]
    [InlineData("?mine=true", "A lift")]
    public async Task Needs_are_shown_by_where_they_stand_and_by_who_asked(string filter, string shown)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var lift = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "A lift"))).Value;
        await app.Send(town.TenantB, new RaiseNeedCommand(town.CouncilId, "A bench"));
        await app.Send(town.Secretary, new AnswerNeedCommand(lift, "In spring"));
        using var visitor = await Visitor.SignedIn(app, town.TenantA);

        var page = await visitor.Get($"/councils/{town.CouncilId}/needs{filter}");

        Assert.Equal(shown, string.Join('|', page.Document.QuerySelectorAll(".rows .words:first-child").Select(w => w.TextContent)));
        Assert.Equal($"/councils/{town.CouncilId}/needs{filter}", page.Document.QuerySelector("nav a[aria-current=true]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_waits_for_the_secretary_is_one_tap_away_on_his_day()
    {
        await using var p = await ProposalCase.Raise();
        await p.Send(p.Town.TenantA, new RaiseNeedCommand(p.Town.CouncilId, "A lift"));
        using var secretary = await Visitor.SignedIn(p.App, p.Town.Secretary);

        var card = (await secretary.Get("/")).Document.GetElementById("proposals")!;

        Assert.Equal([$"/proposals/{p.ProposalId}#screen", $"/councils/{p.Town.CouncilId}/needs?stage=open"], card.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.NotNull((await secretary.Get($"/proposals/{p.ProposalId}")).Document.GetElementById("screen"));
    }
}
