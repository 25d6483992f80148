using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Registers;
using Cohesion.Governance.Server.Features.Registers.DiscardRegisterImport;
using Cohesion.Governance.Server.Features.Upkeep.ForgetOld;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Registers;

public sealed class DiscardRegisterImportTests
{
    [Fact]
    public async Task Its_sender_has_it_forgotten_once_and_nobody_else_can()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new DiscardRegisterImportCommand(town.CouncilId, (await app.Upload(town, "seat,area\nGalaxy Tech,1\n")).Value);

        Assert.IsType<OfficeNeeded>((await app.Send(town.Convenor, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
        Assert.Null((await app.Send(town.Secretary, command)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Secretary, command)).Refusal);
        Assert.Equal(0, await app.Db(db => db.RegisterImports.CountAsync()));
    }

    [Fact]
    public async Task After_a_week_it_is_forgotten_by_itself()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Upload(town, "seat,area\nGalaxy Tech,1\n");

        app.Clock.Advance(RegisterImport.Kept);
        Assert.Equal(0, (await app.SendAsProcess(new ForgetOldCommand())).Value.RegisterImports);
        app.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, (await app.SendAsProcess(new ForgetOldCommand())).Value.RegisterImports);
    }
}
