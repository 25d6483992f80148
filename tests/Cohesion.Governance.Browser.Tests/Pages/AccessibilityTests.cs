using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Cohesion.Governance.Browser.Tests.Pages;

/// <summary>Every page as axe (WCAG 2.2 A and AA, best practices) finds it, light and dark, on a desk and on a phone, in both languages.</summary>
public sealed class AccessibilityTests
{
    /// <param name="step">Where the story was stopped.</param>
    /// <param name="phone">Otherwise a desk.</param>
    /// <param name="notYet">All pages that are not there: no second version, meeting, vote or action yet, no vote that is counted, no public page before it is opened, no
    /// envelopes of a vote by name, no plan once the vote is called. Nothing else may be missing.</param>
    [Theory]
    [InlineData("ScreenProposal", true, "versions meeting wall notice minutes vote roll entries envelopes visits papers sheet action action-of-mine ballot meeting-of-a-tenant receipt-proof public-page")]
    [InlineData("GiveMandate", true, "envelopes sheet action plan action-of-mine receipt-proof public-page")]
    [InlineData("SubmitEvidence", false, "envelopes plan")]
    public async Task No_page_has_a_violation_nor_stands_out_to_the_side(string step, bool phone, string notYet)
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", step));
        List<string> found = [];
        List<string> missing = [];
        foreach (var reading in (await EveryPage.Of(stage)).GroupBy(p => p.Reader))
        {
            var device = phone ? Devices.Phone : Devices.Desk;
            var page = reading.Key is null ? await stage.Visitor(device) : await stage.SignedIn(reading.Key, device);
            foreach (var (name, path, _) in reading)
            {
                if (path is null || await Look(page, path, name == "no-such-page") is not { } problems)
                {
                    missing.Add(name);
                    continue;
                }

                found.AddRange(problems.Select(problem => $"{reading.Key} {name} {path}: {problem}"));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Equal(notYet, string.Join(' ', missing));
    }

    /// <summary>No story votes in secret, so the second vote, with the papers brought from its doors, is made to look as one; envelopes to be opened it has none.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_has_the_page_of_the_envelopes_of_a_secret_vote(bool phone)
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "SubmitEvidence"));
        var vote = Guid.Parse(stage.Id("vote2"));
        await stage.App.Db(db => db.Votes.Where(v => v.Id == vote).ExecuteUpdateAsync(set => set.SetProperty(v => v.Secret, true)));
        var page = await stage.SignedIn("lin", phone ? Devices.Phone : Devices.Desk);

        Assert.Empty(Assert.IsType<List<string>>(await Look(page, $"/votes/{vote}/envelopes", missing: false)));
        Assert.Equal(2, await page.Locator("main .card:last-of-type li").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_have_the_minutes_of_a_meeting_that_goes_on(bool phone)
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "TakeUpAgendaItem", 2));
        var page = await stage.SignedIn("lin", phone ? Devices.Phone : Devices.Desk);

        Assert.Empty(Assert.IsType<List<string>>(await Look(page, $"/meetings/{stage.Id("meeting2")}/minutes", missing: false)));
        Assert.Equal("on", await page.Locator("[data-live-region=meeting-minutes] [data-stage]").GetAttributeAsync("data-stage"));
    }

    /// <summary>In a council of many, whom a mandate is given to has to be looked for.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_have_the_fields_to_look_for_whoever_is_to_vote(bool phone)
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "GiveMandate"));
        var now = stage.App.Clock.GetUtcNow();
        var vote = Guid.Parse(stage.Id("vote2"));
        await stage.App.Db(async db =>
        {
            var council = await db.Votes.Where(v => v.Id == vote).Select(v => v.CouncilId).SingleAsync();
            for (var n = 1; n <= 60; n++)
            {
                var person = new Person { Id = Guid.CreateVersion7(now), Name = new($"Household {n}", $"住户{n}"), Language = Language.Chinese };
                db.People.Add(person);
                db.OfficeHoldings.Add(new OfficeHolding { Id = Guid.CreateVersion7(now), PersonId = person.Id, Office = Office.TenantRepresentative, CouncilId = council, Since = now.AddDays(-1) });
            }
        });
        var page = await stage.SignedIn("t22", phone ? Devices.Phone : Devices.Desk);

        foreach (var path in (string[])[$"/votes/{vote}/ballot", $"/votes/{vote}/ballot?holder=household+60", $"/votes/{vote}/ballot?holder=zzz"])
        {
            Assert.Empty(Assert.IsType<List<string>>(await Look(page, path, missing: false)));
            Assert.Equal(1, await page.Locator("#holder-find").CountAsync());
        }
    }

    /// <returns>What is wrong; null where there is no such page at this stage of the story, such as the form for a new version before rework was asked for.</returns>
    private static async Task<List<string>?> Look(IPage page, string path, bool missing)
    {
        var answer = await page.GotoAsync(path);
        List<string> problems = [];
        if (answer is not { Ok: true } && !missing)
        {
            return answer!.Status is 400 or 404 or 409 ? null : [$"answered {answer.Status}"];
        }

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            problems.AddRange((await page.RunAxe()).Violations.Select(v => $"{scheme}: {v.Id}: {v.Help}; {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Target))}"));
        }

        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        {
            problems.Add("is wider than the screen");
        }

        return problems;
    }
}
