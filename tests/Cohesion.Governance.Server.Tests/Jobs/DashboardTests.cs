using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Jobs;

public sealed class DashboardTests
{
    private const string Password = "long enough 10";

    [Fact]
    public async Task Administrators_see_the_jobs()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        using var answer = await Visit(app, town.Administrator);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Cohesion Governance", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_else_finds_nothing_there()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        foreach (var person in new[] { town.Secretary, town.Convenor, town.Auditor })
        {
            using var answer = await Visit(app, person);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_administrator_who_is_one_no_longer_finds_nothing_there()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(async db => { (await db.OfficeHoldings.SingleAsync(h => h.PersonId == town.Administrator)).Until = GovernanceApp.Begin; });

        using var answer = await Visit(app, town.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/jobs/hangfire")]
    [InlineData("/jobs/hangfire/recurring")]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in(string path)
    {
        await using var app = new GovernanceApp();
        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    private static async Task<HttpResponseMessage> Visit(GovernanceApp app, Guid person)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            Assert.True((await accounts.CreateAsync(new Account { Id = person, UserName = person.ToString("N") }, Password)).Succeeded);
        }

        using var client = app.CreateClient();
        using var signedIn = await client.PostAsJsonAsync("/api/session", new { name = person.ToString("N"), password = Password });
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs/hangfire");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request);
    }
}
