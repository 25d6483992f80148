using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Playwright;
using Xunit;

namespace Cohesion.Governance.Browser.Tests.Pages;

/// <summary>Pictures of every page to look at, in the folder <c>screenshots</c>; taken when asked for (<c>-explicit only</c>).</summary>
public sealed class Screenshots
{
    [Theory(Explicit = true)]
    [InlineData("RaiseProposal", 1)]
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
                    foreach (var reading in (await EveryPage.Of(stage)).GroupBy(p => p.Reader))
                    {
                        var with = dark ? device.In(locale).Dark() : device.In(locale);
                        var page = reading.Key is null ? await stage.Visitor(with) : await stage.SignedIn(reading.Key, with);
                        foreach (var (name, path, _) in reading)
                        {
                            await Take(page, path, $"{step}/{name}-{width}-{locale[..2]}{(dark ? "-dark" : "")}.png");
                        }

                        await page.Context.CloseAsync();
                    }
                }
            }
        }
    }

    private static async Task Take(IPage page, string? path, string file)
    {
        if (path is null || await page.GotoAsync(path) is not { Ok: true })
        {
            return;
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(Top(), "screenshots", file), FullPage = true });
    }

    /// <summary>Where the solution is; version control leaves its folder <c>screenshots</c> alone.</summary>
    private static string Top()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Cohesion.Governance.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests has the solution in it.");
        }

        return folder;
    }
}
