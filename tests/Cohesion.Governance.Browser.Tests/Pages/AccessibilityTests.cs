using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Cohesion.Governance.Browser.Tests.Pages;

/// <summary>Every page as axe (WCAG 2.2 A and AA, best practices) finds it, light and dark, on a desk and on a phone, in both languages.</summary>
public sealed class AccessibilityTests
{
    [Theory]
    [InlineData("GiveMandate", true)]
    [InlineData("SubmitEvidence", false)]
    public async Task No_page_has_a_violation_nor_stands_out_to_the_side(string step, bool phone)
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", step));
        List<string> found = [];
        var looked = 0;
        foreach (var (person, only) in new[] { ("lin", null), ("chen", "street new-council meeting"), ("t22", "my-day ballot proposal my-mandates"), ("zhou", "action") })
        {
            var page = await stage.SignedIn(person, phone ? Devices.Phone : Devices.Desk);
            var pages = (await EveryPage.Of(stage)).Append(("ballot", $"/votes/{stage.Id("vote2")}/ballot"));
            foreach (var (name, path) in pages.Where(p => only is null ? p.Item1 is not ("street" or "new-council" or "ballot") : only.Split(' ').Contains(p.Item1)))
            {
                var problems = await Look(page, path);
                looked += problems is null ? 0 : 1;
                found.AddRange((problems ?? []).Select(problem => $"{person} {name} {path}: {problem}"));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.True(looked > 25, $"Only {looked} pages were looked at.");
    }

    /// <returns>What is wrong; null where there is no such page at this stage of the story, such as minutes of a meeting to come.</returns>
    private static async Task<List<string>?> Look(IPage page, string path)
    {
        var answer = await page.GotoAsync(path);
        List<string> problems = [];
        if (answer is not { Ok: true })
        {
            return answer!.Status is 404 or 409 ? null : [$"answered {answer.Status}"];
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
