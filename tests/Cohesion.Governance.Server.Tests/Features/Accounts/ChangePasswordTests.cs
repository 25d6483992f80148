using System.Net;
using System.Net.Http.Json;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Accounts;
using Cohesion.Governance.Server.Features.Accounts.ChangePassword;
using Cohesion.Governance.Server.Features.Accounts.SignIn;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Accounts;

public sealed class ChangePasswordTests
{
    private const string New = "another long sentence";

    [Fact]
    public async Task Afterwards_the_new_one_signs_in_and_the_old_one_does_not()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var client = await app.ClientOf(town.TenantA);

        using var answer = await client.PostAsJsonAsync("/api/my/password", new { present = SignedIn.Password, @new = New });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await app.Send(null, new SignInCommand($"p{town.TenantA:N}", New))).IsGranted);
        Assert.IsType<SignInFailed>((await app.Send(null, new SignInCommand($"p{town.TenantA:N}", SignedIn.Password))).Refusal);
    }

    [Fact]
    public async Task A_wrong_present_password_is_refused_and_counts_towards_the_lock_out()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.TokenOf(town.TenantA);

        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<PresentPasswordWrong>((await app.Send(town.TenantA, new ChangePasswordCommand("not it at all", New))).Refusal);
        }

        Assert.IsType<AccountLocked>((await app.Send(null, new SignInCommand($"p{town.TenantA:N}", SignedIn.Password))).Refusal);
    }

    [Fact]
    public async Task A_weak_one_and_the_same_one_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.TokenOf(town.TenantA);

        Assert.IsType<PasswordTooWeak>((await app.Send(town.TenantA, new ChangePasswordCommand(SignedIn.Password, "weak"))).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.TenantA, new ChangePasswordCommand(SignedIn.Password, SignedIn.Password))).Refusal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_refused()
    {
        await using var app = new GovernanceApp();

        Assert.IsType<SignInNeeded>((await app.Send(null, new ChangePasswordCommand("a", "b"))).Refusal);
    }
}
