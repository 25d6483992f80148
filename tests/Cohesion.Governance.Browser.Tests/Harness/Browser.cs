using Microsoft.Playwright;
using Xunit;

namespace Cohesion.Governance.Browser.Tests.Harness;

/// <summary>The Chromium of this machine, started once.</summary>
internal static class Browser
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly Lazy<Task<IBrowser>> Started = new(Start);

    /// <summary>Where Chromium is: named in the environment variable CHROMIUM, or where Debian puts it.</summary>
    public static string? Program => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Usual, File.Exists);

    /// <summary>A browser of its own for one person: own cookies, own cache.</summary>
    public static async Task<IBrowserContext> Open(BrowserNewContextOptions options)
    {
        var context = await (await Started.Value).NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        return context;
    }

    private static async Task<IBrowser> Start()
    {
        Assert.SkipWhen(Program is null, "Chromium is needed: install it, or name it in CHROMIUM.");
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
