using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Demo;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Cohesion.Governance.Browser.Tests.Journeys;

/// <summary>People who use no mouse.</summary>
public sealed class KeyboardTests
{
    [Fact]
    public async Task A_ballot_is_cast_with_the_keyboard_alone_and_it_shows_at_every_stop_where_one_is()
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "GiveMandate"));
        var page = await stage.Visitor();
        await page.GotoAsync("/sign-in");

        await TabTo(page, "#SignIn-name");
        await page.Keyboard.TypeAsync("t22");
        await TabTo(page, "#SignIn-password");
        await page.Keyboard.TypeAsync(CouncilTemplates.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));

        await TabTo(page, "main a[href$='/ballot']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ballot");
        await TabTo(page, "#CastBallot input[name=choice]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.True(await page.IsCheckedAsync("#CastBallot input[value=yes]"));
        await TabTo(page, "#CastBallot button");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_stop_of_a_page_leads_past_its_head()
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "GiveMandate"));
        var page = await stage.SignedIn("t22");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    /// <summary>Goes on with the tabulator until there; every stop on the way must be seen.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (var stops = 0; stops < 80; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement === document.body"))
            {
                continue;
            }

            var seen = await page.EvaluateAsync<bool>("""
                () => {
                  const at = document.activeElement, shown = at.matches('input[type=radio], input[type=checkbox]') ? at.closest('label') ?? at : at;
                  const box = shown.getBoundingClientRect(), marked = [at, shown].some(e => getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) > 0);
                  return box.width > 1 && box.height > 1 && marked;
                }
                """);
            Assert.True(seen, $"On {page.Url} nothing shows where the keyboard is: {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")}");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard never comes to {selector} on {page.Url}.");
    }
}
