using Microsoft.Playwright;

namespace Cohesion.Governance.Browser.Tests.Harness;

/// <summary>What people look at it with.</summary>
internal static class Devices
{
    public static BrowserNewContextOptions Desk => new() { Locale = "en-GB", ViewportSize = new() { Width = 1280, Height = 900 } };

    public static BrowserNewContextOptions Phone => new() { Locale = "zh-CN", ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true };

    public static BrowserNewContextOptions In(this BrowserNewContextOptions device, string locale) => new(device) { Locale = locale };

    public static BrowserNewContextOptions Dark(this BrowserNewContextOptions device) => new(device) { ColorScheme = ColorScheme.Dark };

    public static BrowserNewContextOptions WithoutScripts(this BrowserNewContextOptions device) => new(device) { JavaScriptEnabled = false };
}
