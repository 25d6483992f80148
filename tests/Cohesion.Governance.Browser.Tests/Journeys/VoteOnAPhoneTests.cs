using System.Text.RegularExpressions;
using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Cohesion.Governance.Browser.Tests.Journeys;

/// <summary>A tenant with a phone on which scripts are off: from signing in to the receipt, and on to checking it.</summary>
public sealed partial class VoteOnAPhoneTests
{
    // For the open vote of the story, in which 22 has not voted yet.
    [Theory]
    [InlineData("zh-CN", "同意")]
    [InlineData("en-GB", "In favour")]
    public async Task From_signing_in_to_a_receipt_that_counts(string locale, string yes)
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "GiveMandate"));
        var phone = await stage.SignedIn("t22", Devices.Phone.In(locale).WithoutScripts());

        await phone.Locator("main a[href$='/ballot']").First.ClickAsync();
        await Expect(phone.Locator("#CastBallot label").First).ToContainTextAsync(yes);
        await Fits(phone);
        await phone.CheckAsync("#CastBallot input[value=yes]");
        await phone.ClickAsync("#CastBallot button");

        var done = phone.Locator(".flash");
        var code = Receipt().Match(await done.InnerTextAsync()).Value;
        Assert.NotEqual("", code);
        await phone.GotoAsync($"/votes/{stage.Id("vote2")}");
        await phone.FillAsync("#receipt-code", code);
        await phone.ClickAsync("#receipt button");
        await Expect(phone.Locator("#receipt [role=status] .ok")).ToBeVisibleAsync();
        await Fits(phone);
    }

    [Fact]
    public async Task Sent_without_a_choice_nothing_is_cast_and_the_form_says_what_is_missing()
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "GiveMandate"));
        var phone = await stage.SignedIn("t22", Devices.Phone.In("en-GB"));
        await phone.GotoAsync($"/votes/{stage.Id("vote2")}/ballot");

        // A browser that does not hold back what is incomplete.
        await phone.EvaluateAsync("document.querySelector('#CastBallot').noValidate = true");
        await phone.ClickAsync("#CastBallot button");

        await Expect(phone.Locator("#CastBallot [role=alert]")).ToBeVisibleAsync();
        await Expect(phone.Locator("#CastBallot .error")).ToBeVisibleAsync();
    }

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4})+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Receipt();

    /// <summary>Nothing stands out to the side of a phone.</summary>
    private static async Task Fits(IPage page) =>
        Assert.True(await page.Locator("html").EvaluateAsync<bool>("e => e.scrollWidth <= e.clientWidth"), $"{page.Url} is wider than the phone.");
}
