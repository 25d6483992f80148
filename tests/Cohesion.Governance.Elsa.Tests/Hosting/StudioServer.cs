using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Elsa.Hosting;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Commands;
using Cohesion.Governance.Server.Features.Accounts.AppointFirstAdministrator;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Elsa.Tests.Hosting;

/// <summary>The whole server on Elsa, listening on this machine, with an administrator and somebody who is none.</summary>
internal sealed class StudioServer : IAsyncDisposable
{
    private const string Password = "knock-on-the-door";

    private readonly string directory = Directory.CreateTempSubdirectory("cohesion-studio-").FullName;
    private WebApplication? server;

    public IServiceProvider Services => server!.Services;

    public static async Task<StudioServer> StartAsync(string? workflows = null)
    {
        var made = new StudioServer();
        ProcessEngine.Choose(ElsaHost.Add);
        made.server = Serve.Build(
        [
            "--environment", "Test", "--Urls", "http://127.0.0.1:0", "--Database:Connection", $"Data Source={Path.Combine(made.directory, "test.db")}",
            "--DataProtection:Keys", Path.Combine(made.directory, "keys"), "--Elsa:Locks", Path.Combine(made.directory, "locks"), "--Processes:Relay", "false",
            "--Logging:LogLevel:Default", "None", .. workflows is null ? Array.Empty<string>() : ["--Workflows:Directory", workflows],
        ]);
        await made.server.StartAsync(TestContext.Current.CancellationToken);
        await using var scope = made.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new AppointFirstAdministratorCommand(LocalText.Same("孔"), Language.Chinese, "kong", Password));
        Assert.False(outcome.Refused(out _));
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await accounts.CreateAsync(new Account { Id = Guid.CreateVersion7(), UserName = "tenant" }, Password)).Succeeded);
        return made;
    }

    /// <summary>A client of Elsa's API as this person, or as nobody.</summary>
    public async Task<HttpClient> ClientAsync(string? user)
    {
        var root = new Uri(server!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var client = new HttpClient { BaseAddress = new Uri(root, "/elsa/api/") };
        if (user is not null)
        {
            using var answer = await client.PostAsJsonAsync(new Uri(root, "/api/session"), new { name = user, password = Password });
            var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.StopAsync();
            await server.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }
}
