using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Playwright;
using Xunit;

namespace Cohesion.Governance.Browser.Tests.Pages;

/// <summary>Pictures of every page to look at, in the folder <c>screenshots</c>; taken when asked for (<c>-explicit only</c>).</summary>
public sealed class Screenshots
{
    [Theory(Explicit = true)]
    [InlineData("TakeUpAgendaItem", 2)]
    [InlineData("GiveMandate", 1)]
    [InlineData("SubmitEvidence", 1)]
    public async Task Every_page_at_phone_and_desktop_width_in_both_languages_light_and_dark(string step, int occurrence)
    {
        foreach (var (locale, language) in new[] { ("zh-CN", Domain.Language.Chinese), ("en-GB", Domain.Language.English) })
        {
            await using var stage = Stage.Open(await Scene.After("jinhongqiao", step, occurrence, language));
            foreach (var (device, width) in new[] { (Devices.Desk, "desk"), (Devices.Phone, "phone") })
            {
                foreach (var dark in new[] { false, true })
                {
                    var secretary = await stage.SignedIn("lin", dark ? device.In(locale).Dark() : device.In(locale));
                    foreach (var (name, path) in (await EveryPage.Of(stage)).Where(p => p.Name is not ("street" or "new-council")))
                    {
                        await Take(secretary, path, $"{step}/{name}-{width}-{locale[..2]}{(dark ? "-dark" : "")}.png");
                    }

                    if (stage.Scene.Names.TryGetValue("vote2", out var vote))
                    {
                        await Take(await stage.SignedIn("t22", dark ? device.In(locale).Dark() : device.In(locale)), $"/votes/{vote}/ballot", $"{step}/ballot-{width}-{locale[..2]}{(dark ? "-dark" : "")}.png");
                    }
                }
            }
        }
    }

    private static async Task Take(IPage page, string path, string file)
    {
        await page.GotoAsync(path);
        await page.ScreenshotAsync(new() { Path = Path.Combine("screenshots", file), FullPage = true });
    }
}
