using System.Net;
using System.Net.Http.Json;
using Cohesion.Governance.Server.Features.Accounts.SignOut;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Accounts;

public sealed class SignOutTests
{
    [Fact]
    public async Task The_browsers_cookie_is_taken_back()
    {
        await using var app = new GovernanceApp();
        using var client = app.CreateClient();

        using var answer = await client.PostAsJsonAsync("/api/session/end", new { });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("cohesion=;", StringComparison.Ordinal) && c.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_out_twice_is_no_error()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.True((await app.Send(town.TenantA, new SignOutCommand())).IsGranted);
        Assert.True((await app.Send(null, new SignOutCommand())).IsGranted);
    }
}
