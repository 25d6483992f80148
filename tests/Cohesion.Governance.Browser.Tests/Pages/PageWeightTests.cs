using System.Diagnostics;
using System.Globalization;
using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Playwright;
using Xunit;

namespace Cohesion.Governance.Browser.Tests.Pages;

/// <summary>What a page costs a phone: bytes on the wire at a first visit, and how long the server takes beside the cheapest page it has.</summary>
[Collection(Alone)]
public sealed class PageWeightTests(ITestOutputHelper output)
{
    // Times taken while other tests run say nothing.
    private const string Alone = "alone";

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Nothing;

    /// <summary>What a council's page may weigh, with everything it needs.</summary>
    private const long Most = 60 * 1024;

    [Fact]
    public async Task A_page_opened_for_the_first_time_on_a_phone_weighs_at_most_sixty_kilobytes()
    {
        await using var stage = Stage.Open(await Scene.After("jinhongqiao", "SubmitEvidence"));
        List<string> tooHeavy = [];
        output.WriteLine("page                 transferred   server, median of 9   beside signing in");
        await Time(stage, [], "/sign-in");
        var basis = await Time(stage, [], "/sign-in");
        foreach (var reading in (await EveryPage.Of(stage)).GroupBy(p => p.Reader))
        {
            var reader = reading.Key is null ? await stage.Visitor(Devices.Phone) : await stage.SignedIn(reading.Key, Devices.Phone);
            var cookies = await reader.Context.CookiesAsync();
            foreach (var (name, path, _) in reading)
            {
                if (path is null || await Weigh(stage, cookies, path) is not { } bytes)
                {
                    continue;
                }

                var time = await Time(stage, cookies, path);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {bytes / 1024.0,8:0.0} KB   {time.TotalMilliseconds,10:0.0} ms           ×{time / basis:0.0}"));
                if (bytes > Most)
                {
                    tooHeavy.Add($"{name}: {bytes} bytes");
                }
            }
        }

        Assert.True(tooHeavy.Count == 0, string.Join('\n', tooHeavy));
    }

    /// <returns>Bytes of all answers as they came over the wire, heads included; null where there is no such page at this stage of the story.</returns>
    private static async Task<long?> Weigh(Stage stage, IReadOnlyList<BrowserContextCookiesResult> cookies, string path)
    {
        var page = await stage.Visitor(new(Devices.Phone) { ServiceWorkers = ServiceWorkerPolicy.Block });
        await page.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        List<IRequest> done = [];
        page.RequestFinished += (_, request) => done.Add(request);
        var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var sum = 0L;
        foreach (var request in done.ToArray())
        {
            var sizes = await request.SizesAsync();
            sum += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        await page.Context.CloseAsync();
        return answer is { Ok: true } ? sum : null;
    }

    private static async Task<TimeSpan> Time(Stage stage, IReadOnlyList<BrowserContextCookiesResult> cookies, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(stage.Address) };
        if (cookies.Count > 0)
        {
            client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}")));
        }

        List<TimeSpan> times = [];
        for (var reading = 0; reading < 11; reading++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        // The first two make the page's code ready.
        return times.Skip(2).Order().ElementAt(4);
    }
}
