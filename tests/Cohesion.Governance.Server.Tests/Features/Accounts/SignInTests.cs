using Cohesion.Governance.Server.Features.Accounts.SignIn;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task Name_and_password_that_match_sign_in()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.TokenOf(town.TenantA);

        var outcome = await app.Send(null, new SignInCommand($"p{town.TenantA:N}", SignedIn.Password));

        Assert.Contains(outcome.Value.Claims, c => c.Value == town.TenantA.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_refused_alike()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.TokenOf(town.TenantA);

        var wrong = await app.Send(null, new SignInCommand($"p{town.TenantA:N}", "not the password"));
        var unknown = await app.Send(null, new SignInCommand("nobody", "not the password"));

        Assert.IsType<SignInFailed>(wrong.Refusal);
        Assert.Equal(wrong.Refusal, unknown.Refusal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_against_the_right_one()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.TokenOf(town.TenantA);
        for (var i = 0; i < 5; i++)
        {
            await app.Send(null, new SignInCommand($"p{town.TenantA:N}", "not the password"));
        }

        Assert.IsType<AccountLocked>((await app.Send(null, new SignInCommand($"p{town.TenantA:N}", SignedIn.Password))).Refusal);
    }
}
