using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Cohesion.Governance.Browser.Tests.Journeys;

/// <summary>Three people at one meeting, each signed in on a device of his own: the chair at a desk, the wall of the room, a tenant with a phone.</summary>
public sealed class MeetingOfThreeTests
{
    [Fact]
    public async Task What_the_chair_does_and_the_tenant_says_shows_everywhere_without_reloading()
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "CheckIn", 2), later: TimeSpan.FromMinutes(20));
        var meeting = $"/meetings/{stage.Id("meeting2")}";
        var chair = await stage.SignedIn("chen");
        var wall = await stage.SignedIn("lin");
        var tenant = await stage.SignedIn("t01", Devices.Phone.In("en-GB"));

        await chair.GotoAsync(meeting);
        await wall.GotoAsync(meeting + "/wall");
        await tenant.GotoAsync(meeting);
        await Touch(wall);
        await Touch(tenant);

        await chair.ClickAsync("#StartMeeting button");
        await Expect(chair.Locator(".flash")).ToBeVisibleAsync();
        await Expect(wall.Locator(".state")).ToContainTextAsync("in session");
        await Expect(tenant.Locator("[data-live-region=meeting-now]")).ToContainTextAsync("in session");
        Assert.True(await IsTouched(tenant), "The tenant's page was loaded anew.");

        // Asking to speak is new on the page since the session began.
        await tenant.ReloadAsync();
        await Touch(tenant);
        await tenant.ClickAsync("[id^=AskToSpeak-] button");
        await Expect(chair.Locator("#speakers ol li")).ToHaveCountAsync(1);
        await chair.ClickAsync("#GiveFloor button");
        await Expect(wall.Locator(".wall-speaker")).ToBeVisibleAsync();

        await chair.Locator("[id^=TakeUpAgendaItem-] button").First.ClickAsync();
        await Expect(wall.Locator(".wall-now")).ToBeVisibleAsync();
        var title = await wall.Locator(".wall-now").InnerTextAsync();
        await chair.CheckAsync("input[name=decision][value=toVote]");
        await chair.ClickAsync("[id^=DecideAgendaItem-] button");
        await Expect(wall.Locator(".wall-agenda")).ToContainTextAsync("It goes to the vote");
        Assert.True(await IsTouched(wall), "The wall was loaded anew.");

        // The vote opens by its process a moment later; the tenant casts from the meeting's page, and the chair sees the count go up.
        await WhenThere(tenant, meeting, "#agenda a[href$='/ballot']");
        await tenant.ClickAsync("#agenda a[href$='/ballot']");
        await Expect(tenant.Locator("h1")).ToContainTextAsync(title);
        await chair.GotoAsync(new Uri(tenant.Url).AbsolutePath.Replace("/ballot", "", StringComparison.Ordinal));
        await Touch(chair);
        var before = await chair.Locator("[data-live-region=vote-count]").InnerTextAsync();
        await tenant.CheckAsync("#CastBallot input[value=yes]");
        await tenant.ClickAsync("#CastBallot button");
        await Expect(tenant.Locator(".flash")).ToBeVisibleAsync();
        await Expect(chair.Locator("[data-live-region=vote-count]")).Not.ToHaveTextAsync(before, new() { UseInnerText = true });
        Assert.True(await IsTouched(chair), "The chair's page was loaded anew.");
    }

    // What a script leaves behind is gone when the page is loaded again.
    private static Task Touch(IPage page) => page.EvaluateAsync("window.touched = true");

    private static Task<bool> IsTouched(IPage page) => page.EvaluateAsync<bool>("window.touched === true");

    private static async Task WhenThere(IPage page, string path, string selector)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            await page.GotoAsync(path);
            if (await page.Locator(selector).CountAsync() > 0)
            {
                return;
            }
        }

        Assert.Fail($"{selector} never came to {path}.");
    }
}
