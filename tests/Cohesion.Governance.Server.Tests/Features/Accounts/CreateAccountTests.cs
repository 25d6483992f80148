using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Accounts;
using Cohesion.Governance.Server.Features.Accounts.CreateAccount;
using Cohesion.Governance.Server.Features.Accounts.SignIn;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Accounts;

public sealed class CreateAccountTests
{
    private static readonly LocalText Name = new("Ms Gu", "顾女士");

    [Fact]
    public async Task The_person_can_sign_in_and_the_password_stands_nowhere()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var person = await app.Send(town.Administrator, new CreateAccountCommand(Name, Language.Chinese, "gu", "lift for everybody"), "key-1");
        var signedIn = await app.Send(null, new SignInCommand("gu", "lift for everybody"));

        Assert.True(person.IsGranted && signedIn.IsGranted);
        Assert.Equal(Name, await app.Db(db => db.People.Where(p => p.Id == person.Value).Select(p => p.Name).SingleAsync()));
        Assert.DoesNotContain("lift for everybody", string.Join('\n', await app.Db(db => db.Journal.Select(j => j.Content).ToListAsync())), StringComparison.Ordinal);
        Assert.DoesNotContain("lift for everybody", string.Join('\n', await app.Db(db => db.Users.Select(u => u.PasswordHash!).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_use_and_one_that_is_not_possible_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.Administrator, new CreateAccountCommand(Name, Language.Chinese, "gu", "lift for everybody"));

        var taken = await app.Send(town.Administrator, new CreateAccountCommand(Name, Language.Chinese, "GU", "another good one"));
        var odd = await app.Send(town.Administrator, new CreateAccountCommand(Name, Language.Chinese, "顾 女士", "another good one"));

        Assert.IsType<UserNameTaken>(taken.Refusal);
        Assert.IsType<UserNameNotPossible>(odd.Refusal);
        Assert.Equal(1, await app.Db(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("short", typeof(PasswordTooWeak))]
    [InlineData("aaaaaaaaaaaaaa", typeof(PasswordTooWeak))]
    [InlineData("", typeof(InvalidRequest))]
    public async Task A_password_that_is_too_weak_is_refused_and_leaves_nobody_behind(string password, Type refusal)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var before = await app.Db(db => db.People.CountAsync());

        var outcome = await app.Send(town.Administrator, new CreateAccountCommand(Name, Language.Chinese, "gu", password));

        Assert.IsType(refusal, outcome.Refusal);
        Assert.Equal(before, await app.Db(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Others_may_not()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new CreateAccountCommand(Name, Language.Chinese, "gu", "lift for everybody");

        Assert.IsType<OfficeNeeded>((await app.Send(town.TenantA, command)).Refusal);
        Assert.IsType<OfficeNeeded>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }

    [Fact]
    public async Task Two_at_once_under_one_name_make_one_account()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => app.Send(town.Administrator, new CreateAccountCommand(Name, Language.Chinese, "gu", "lift for everybody"))));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is UserNameTaken);
    }

    // Databases with several writers: between looking for the name and making the account somebody else makes one.
    [Fact]
    public void A_name_given_meanwhile_is_told_as_taken_and_not_as_a_weak_password()
    {
        var library = new IdentityErrorDescriber();

        Assert.IsType<UserNameTaken>(AccountMaker.RefusalOf(IdentityResult.Failed(library.DuplicateUserName("gu")), "gu"));
        Assert.IsType<UserNameNotPossible>(AccountMaker.RefusalOf(IdentityResult.Failed(library.InvalidUserName("g u")), "g u"));
        Assert.IsType<PasswordTooWeak>(AccountMaker.RefusalOf(IdentityResult.Failed(library.PasswordTooShort(10)), "gu"));
    }
}
