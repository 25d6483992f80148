using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cohesion.Governance.Server.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>Clients of the running server that have signed in as a person, the way real ones do.</summary>
internal static class SignedIn
{
    public const string Password = "a long enough password";

    /// <summary>Gives the person an account where there is none, signs in over HTTP and returns the bearer token.</summary>
    public static async Task<string> TokenOf(this GovernanceApp app, Guid person)
    {
        var name = $"p{person:N}";
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            if (await accounts.FindByIdAsync(person.ToString()) is null)
            {
                Assert.True((await accounts.CreateAsync(new Account { Id = person, UserName = name }, Password)).Succeeded);
            }
        }

        using var client = app.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/session", new { name, password = Password });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    /// <summary>An HTTP client that acts for the person.</summary>
    public static async Task<HttpClient> ClientOf(this GovernanceApp app, Guid person)
    {
        var token = await app.TokenOf(person);
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A connection to the hub that acts for the person, over a web socket; not started.</summary>
    public static async Task<HubConnection> HubOf(this GovernanceApp app, Guid person)
    {
        var token = await app.TokenOf(person);
        return new HubConnectionBuilder()
            .WithUrl(new Uri(app.Server.BaseAddress, "/live"), options =>
            {
                options.AccessTokenProvider = () => Task.FromResult<string?>(token);
                options.HttpMessageHandlerFactory = _ => app.Server.CreateHandler();
                options.WebSocketFactory = async (context, ct) =>
                    await app.Server.CreateWebSocketClient().ConnectAsync(new Uri($"{context.Uri}&access_token={Uri.EscapeDataString(token)}"), ct);
            })
            .Build();
    }
}
