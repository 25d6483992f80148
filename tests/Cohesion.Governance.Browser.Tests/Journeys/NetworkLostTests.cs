using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Cohesion.Governance.Browser.Tests.Journeys;

/// <summary>In the lift, in the cellar: the network goes while somebody votes.</summary>
public sealed class NetworkLostTests
{
    [Fact]
    public async Task A_ballot_sent_without_a_network_is_not_lost_and_sent_again_is_cast_once()
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "GiveMandate"));
        var phone = await stage.SignedIn("t22", Devices.Phone.In("en-GB"));
        var vote = $"/votes/{stage.Id("vote2")}";
        await WorkerRules(phone, vote);
        await phone.GotoAsync(vote + "/ballot");
        await phone.CheckAsync("#CastBallot input[value=no]");

        await phone.Context.SetOfflineAsync(true);
        await phone.ClickAsync("#CastBallot button");
        await Expect(phone.Locator("main")).ToContainTextAsync("was not sent, and nothing has changed");

        await phone.Context.SetOfflineAsync(false);
        await phone.GoBackAsync();
        if (!await phone.IsCheckedAsync("#CastBallot input[value=no]"))
        {
            await phone.CheckAsync("#CastBallot input[value=no]");
        }

        await phone.ClickAsync("#CastBallot button");
        await Expect(phone.Locator(".flash")).ToBeVisibleAsync();
        await phone.GotoAsync(vote + "/ballot");
        await Expect(phone.Locator("main")).ToContainTextAsync("Against");
    }

    [Fact]
    public async Task A_page_opened_once_shows_marked_as_old_and_a_ballot_never_does()
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "GiveMandate"));
        var phone = await stage.SignedIn("t22", Devices.Phone);
        var vote = $"/votes/{stage.Id("vote2")}";
        await WorkerRules(phone, vote);
        await phone.GotoAsync(vote + "/ballot");
        var question = await phone.Locator("h1").InnerTextAsync();

        await phone.Context.SetOfflineAsync(true);
        await phone.GotoAsync(vote);
        await Expect(phone.Locator("main")).ToContainTextAsync("可能已经过时");
        await Expect(phone.Locator("h1")).ToContainTextAsync(question);
        await phone.GotoAsync(vote + "/ballot");
        await Expect(phone.Locator("main")).ToContainTextAsync("没有这个页面的副本");
        Assert.DoesNotContain(question, await phone.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_kept_is_left_for_the_next_at_the_device_once_somebody_signs_out()
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "GiveMandate"));
        var phone = await stage.SignedIn("t22", Devices.Phone);
        var vote = $"/votes/{stage.Id("vote2")}";
        await WorkerRules(phone, vote);
        var question = await phone.Locator("h1").InnerTextAsync();

        await phone.ClickAsync("form[action='/sign-out'] button");
        await phone.WaitForURLAsync("**/sign-in**");
        await phone.Context.SetOfflineAsync(true);


        Assert.DoesNotContain(question, await ShownWithoutNetwork(phone, vote), StringComparison.Ordinal);
    }

    /// <returns>What shows. With what was kept the worker itself may be gone, and then the browser says that it has no network: nothing of ours shows.</returns>
    private static async Task<string> ShownWithoutNetwork(IPage page, string path)
    {
        try
        {
            await page.GotoAsync(path);
        }
        catch (PlaywrightException gone) when (gone.Message.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal))
        {
            return "";
        }

        return await page.Locator("body").InnerTextAsync();
    }

    /// <summary>The first visit installs the worker; pages opened from then on are kept.</summary>
    private static async Task WorkerRules(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.GotoAsync(path);
        await page.WaitForFunctionAsync("async () => navigator.serviceWorker.controller && await caches.match(location.href, { ignoreVary: true }) !== undefined");
    }
}
