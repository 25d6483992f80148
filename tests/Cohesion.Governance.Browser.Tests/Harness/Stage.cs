using Cohesion.Governance.Server.Demo;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;

namespace Cohesion.Governance.Browser.Tests.Harness;

/// <summary>A scene with a real server on 127.0.0.1, whose processes and clock run, and the people who come to it with their browsers.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly List<IBrowserContext> browsers = [];

    private Stage(Scene scene, GovernanceApp app, string address) => (Scene, App, Address) = (scene, app, address);

    public Scene Scene { get; }

    public GovernanceApp App { get; }

    /// <summary>Scheme, host and port.</summary>
    public string Address { get; }

    /// <param name="later">How long after the scene was stopped people come.</param>
    public static Stage Open(Scene scene, TimeSpan later = default)
    {
        var app = scene.Open(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Processes:Relay"] = "true" },
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new RunningClock(scene.Now + later))));
        app.UseKestrel(0);
        app.StartServer();
        return new(scene, app, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>An id the story has named.</summary>
    public string Id(string alias) => Scene.Names[alias];

    /// <summary>Somebody at a browser, signed in at the sign-in page.</summary>
    public async Task<IPage> SignedIn(string userName, BrowserNewContextOptions? options = null)
    {
        var page = await Visitor(options);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#SignIn-name", userName);
        await page.FillAsync("#SignIn-password", CouncilTemplates.Password);
        await page.ClickAsync("#SignIn button");
        await Assertions.Expect(page.Locator("form[action='/sign-out']")).ToBeAttachedAsync(new() { Timeout = 20_000 });
        return page;
    }

    /// <summary>Somebody at a browser.</summary>
    public async Task<IPage> Visitor(BrowserNewContextOptions? options = null)
    {
        var asked = new BrowserNewContextOptions(options ?? Devices.Desk) { BaseURL = Address };
        var browser = await Browser.Open(asked);
        browsers.Add(browser);
        return await browser.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers)
        {
            await browser.CloseAsync();
        }

        await App.DisposeAsync();
    }
}
