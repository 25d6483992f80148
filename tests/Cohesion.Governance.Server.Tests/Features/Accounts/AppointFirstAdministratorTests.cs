using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Accounts;
using Cohesion.Governance.Server.Features.Accounts.AppointFirstAdministrator;
using Cohesion.Governance.Server.Features.Accounts.SignIn;
using Cohesion.Governance.Server.Features.Streets.FoundStreet;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Accounts;

public sealed class AppointFirstAdministratorTests
{
    private static readonly AppointFirstAdministratorCommand Command = new(new("Kong", "孔"), Language.Chinese, "kong", "the very first one");

    [Fact]
    public async Task On_an_empty_server_somebody_becomes_administrator_and_can_enter_a_street()
    {
        await using var app = new GovernanceApp();

        var person = await app.SendAsProcess(Command);
        var signedIn = await app.Send(null, new SignInCommand("kong", "the very first one"));
        var street = await app.Send(person.Value, new FoundStreetCommand(new("Tianshan Road Street", "天山路街道")));

        Assert.True(signedIn.IsGranted && street.IsGranted);
    }

    [Fact]
    public async Task A_second_one_is_refused()
    {
        await using var app = new GovernanceApp();
        await app.SendAsProcess(Command);

        var second = await app.SendAsProcess(Command with { UserName = "other" });

        Assert.IsType<AdministratorExists>(second.Refusal);
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_place_stays_free()
    {
        await using var app = new GovernanceApp();

        Assert.IsType<PasswordTooWeak>((await app.SendAsProcess(Command with { Password = "weak" })).Refusal);
        Assert.True((await app.SendAsProcess(Command)).IsGranted);
    }

    [Fact]
    public async Task No_person_may()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<ProcessNeeded>((await app.Send(town.Administrator, Command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, Command)).Refusal);
        Assert.Empty(await app.Db(db => db.Users.ToListAsync()));
        Assert.Equal(1, await app.Db(db => db.OfficeHoldings.CountAsync(h => h.Office == Office.Administrator)));
    }
}
