using System.Net;
using System.Text.Json;
using Cohesion.Governance.Server.Operations;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task A_started_server_is_alive_and_ready_to_anybody_who_asks()
    {
        await using var app = new GovernanceApp();
        using var client = app.CreateClient();

        using var live = await client.GetAsync("/health/live");
        using var ready = await client.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        using var answer = JsonDocument.Parse(await ready.Content.ReadAsStringAsync());
        Assert.Equal("Healthy", answer.RootElement.GetProperty("checks").GetProperty("database").GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_has_not_been_made_ready_is_named_and_the_server_stays_alive()
    {
        await using var app = new GovernanceApp();
        await using var unready = app.WithWebHostBuilder(b => b.ConfigureServices(s => s.AddSingleton<IReadyWhen>(new Never())));
        using var client = unready.CreateClient();

        using var live = await client.GetAsync("/health/live");
        using var ready = await client.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
        Assert.Contains("something of ours", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_not_ready()
    {
        var (app, _) = await GovernanceApp.StartWithTown();
        await using var ignored = app;
        using var client = app.CreateClient();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(app.Folder, recursive: true);

        using var ready = await client.GetAsync("/health/ready");
        Directory.CreateDirectory(app.Folder);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Fact]
    public void A_telemetry_setting_that_is_no_address_stops_the_start_with_a_reason()
    {
        using var app = new GovernanceApp();
        using var wrong = app.WithWebHostBuilder(b => b.UseSetting("Telemetry:Otlp", "collector"));

        var refused = Assert.Throws<InvalidOperationException>(wrong.CreateClient);

        Assert.Contains("http://localhost:4317", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_telemetry_endpoint_the_server_starts_and_answers()
    {
        await using var app = new GovernanceApp();
        await using var observed = app.WithWebHostBuilder(b => b.UseSetting("Telemetry:Otlp", "http://127.0.0.1:9"));
        using var client = observed.CreateClient();

        using var live = await client.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.NotNull(observed.Services.GetService<OpenTelemetry.Trace.TracerProvider>());
        Assert.Null(app.Services.GetService<OpenTelemetry.Trace.TracerProvider>());
    }

    private sealed class Never : IReadyWhen
    {
        public string Name => "something of ours";

        public bool IsReady => false;
    }
}
